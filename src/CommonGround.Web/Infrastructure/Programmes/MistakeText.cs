using CommonGround.Web.Infrastructure.Language;

namespace CommonGround.Web.Infrastructure.Programmes;

/// <summary>Mistakes in content, in sentences: where it stands, what is wrong, how to mend it.</summary>
public static class MistakeText
{
    public static string All(IReadOnlyList<ContentMistake> mistakes, TextStore texts, string language) => string.Join(
        Environment.NewLine,
        mistakes.Select(m => Of(m, texts, language)).Prepend(texts.Raw(language, "programmes.mistakes")));

    public static string Of(ContentMistake mistake, TextStore texts, string language)
    {
        var key = $"programmes.mistake.{mistake.Name}";
        var where = mistake.Place.Length > 0 ? $"{mistake.File}, {mistake.Place}" : $"{mistake.File}:{mistake.Line}";
        var what = texts.Format(language, key, mistake.Written, mistake.Instead);
        var toldAlready = texts.Raw(language, key).Contains("{1}", StringComparison.Ordinal);
        return mistake.Instead.Length == 0 || toldAlready
            ? $"{where}: {what}"
            : $"{where}: {what} {texts.Format(language, "programmes.instead", mistake.Instead)}";
    }
}
