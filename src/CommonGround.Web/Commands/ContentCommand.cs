using System.CommandLine;
using System.Globalization;
using CommonGround.Domain;
using CommonGround.Domain.Programmes;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Infrastructure.Programmes;
using Microsoft.Extensions.Logging.Abstractions;

namespace CommonGround.Web.Commands;

/// <summary>
/// <c>content check</c>: tries programmes, forms and rules before they are used. Starts nothing and touches no database, so it
/// can be run on any folder, by whoever writes it.
/// </summary>
internal static class ContentCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("folder")
        {
            Description = "The folder that holds programmes, forms and rules.",
            DefaultValueFactory = _ => Path.Combine(AppContext.BaseDirectory, "content"),
        };
        var language = LanguageOption.Create();
        var check = new Command("check", "Lists what is wrong, or draws the map of each programme for an imagined case that begins today.")
        {
            folder, language,
        };
        check.SetAction(parsed => Check(
            parsed.GetRequiredValue(folder), parsed.GetRequiredValue(language), Console.Out, Console.Error,
            DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime)));
        return new Command("content", "Programmes, forms and rules.") { check };
    }

    internal static int Check(string folder, string language, TextWriter output, TextWriter errors, DateOnly today)
    {
        var texts = new TextStore(TextStore.Embedded(), strict: false, NullLogger<TextStore>.Instance);
        var content = ContentFolder.Read(folder);
        if (content.Mistakes.Count > 0)
        {
            errors.WriteLine(MistakeText.All(content.Mistakes, texts, language));
            return 1;
        }

        if (content.Programmes.Count == 0)
        {
            errors.WriteLine(texts.Format(language, "programmes.none", folder));
            return 1;
        }

        foreach (var programme in content.Programmes)
            Draw(programme, language, output, today);
        output.WriteLine(texts.Format(language, "programmes.checked", content.Programmes.Count, content.Forms.Count, content.Rules.Count));
        return 0;
    }

    private static void Draw(Programme programme, string language, TextWriter output, DateOnly today)
    {
        var course = CourseOfCase.Of(programme, new CaseFacts { CaseStart = today, FirstSickDay = today, Today = today });
        output.WriteLine($"{programme.Title.In(language)} ({programme.Key} {programme.Version}, {programme.Hash[..12]})");
        foreach (var on in course.Steps)
        {
            var date = on.Date?.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
            output.WriteLine($"  {date,-10}  {StableWord.Of(on.Place),-10}  {StableWord.Of(on.Step.Holder),-12}  {on.Step.Title.In(language)}");
            if (on.Missing?.Because is { } because)
                output.WriteLine($"{new string(' ', 38)}  {because.In(language)}");
        }

        output.WriteLine();
    }
}
