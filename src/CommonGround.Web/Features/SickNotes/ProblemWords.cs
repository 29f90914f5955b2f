using System.Globalization;
using CommonGround.Domain.SickLeave;
using CommonGround.Web.Infrastructure.Language;

namespace CommonGround.Web.Features.SickNotes;

/// <summary>Says a problem in words: what it is and what to do, naming the question as people know it.</summary>
public static class ProblemWords
{
    private const string TooLarge = "file.too-large";
    private const long Mega = 1024 * 1024;

    /// <param name="type">Whose numbering the field is in: AG1-14 has its own.</param>
    public static string Say(Texts texts, CertificateProblem problem, string? type = null) =>
        texts["certificate.problem." + problem.Code, [NameOf(texts, problem.Field, type), .. problem.Code == TooLarge ? problem.Arguments.Select(Size) : problem.Arguments]];

    /// <summary>As a page says it: 1 MB, where the reader counts in bytes.</summary>
    private static string Size(string bytes) =>
        !long.TryParse(bytes, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? bytes
        : count >= Mega && count % Mega == 0 ? $"{count / Mega} MB"
        : $"{count} byte";

    /// <summary>The question's name and number, the name of a part of the envelope, or the field as it stands (a column of an export).</summary>
    public static string NameOf(Texts texts, string field, string? type)
    {
        if (texts.Has("certificate.field." + field) && !char.IsAsciiDigit(field[0]))
            return texts["certificate.field." + field];

        var question = field.Split('.')[0];
        var key = "certificate.field." + (type == CertificateTypes.CodeOf(CertificateType.Ag114) ? "ag114." : "") + question;
        return texts.Has(key) ? texts["certificate.field-at", texts[key], field] : field;
    }
}
