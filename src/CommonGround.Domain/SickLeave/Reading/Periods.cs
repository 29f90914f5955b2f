using System.Xml.Linq;

namespace CommonGround.Domain.SickLeave.Reading;

/// <summary>The periods that can be made out in a document, right or wrong otherwise.</summary>
internal static class Periods
{
    public static IReadOnlyList<CertificatePeriod> In(Answers answers, CertificateType type) =>
        [.. Of(answers, type == CertificateType.Ag114 ? "7" : "32").OrderBy(p => p.From).ThenBy(p => p.To).ThenBy(p => p.Degree)];

    public static IEnumerable<CertificatePeriod> Of(Answers answers, string question) =>
        answers.To(question).Select(a => Read(a, question)).OfType<CertificatePeriod>();

    private static CertificatePeriod? Read(Answer answer, string question)
    {
        XElement? period = answer.Of(question + ".2").FirstOrDefault()?.Element.Typed("datePeriod");
        DateOnly? from = period.Typed("start") is { } start ? Values.Date(start) : null;
        DateOnly? to = period.Typed("end") is { } end ? Values.Date(end) : null;
        int? degree = Degree(answer.Of(question + ".1").FirstOrDefault()?.Element);
        return from is { } first && to is { } last && degree is { } percent && first <= last
            ? new CertificatePeriod(first, last, percent)
            : null;
    }

    private static int? Degree(XElement? value)
    {
        if (value.Typed("cv") is { } cv)
        {
            return CodeSystems.Degrees.TryGetValue(cv.TypedText("code"), out int degree) ? degree : null;
        }

        return Values.Number(value.Typed("pq").TypedText("value")) is { } percent and >= 0 and <= 100 ? (int)percent : null;
    }
}
