using System.Globalization;
using System.Xml.Linq;
using CommonGround.Domain.SickLeave.Reading;

namespace CommonGround.Domain.SickLeave;

/// <summary>
/// Reads Swedish sickness certificates: LISJP 1, FK7804 2, AG7804 1 and 2, AG1-14 1, as a RegisterCertificate message, and for
/// version 2 also as a bare prefill document. All rules of the issuer that a document breaks are reported, not only the first.
/// Never throws: whatever the bytes are, they end in a certificate or in named problems.
/// </summary>
public static class CertificateReader
{
    private const int EarliestStartBeforeSigning = 7;

    public static CertificateReading Read(ReadOnlyMemory<byte> bytes, CertificateReadingSettings settings)
    {
        Outcome<XElement> root = SafeXml.Load(bytes, settings);
        if (root.Error is Unreadable file)
        {
            return Refused(file);
        }

        Outcome<Document> document = Document.In(root.Value);
        if (document.Error is Unreadable other)
        {
            return Refused(other);
        }

        return document.Value.IsPrefill
            ? ReadPrefill(document.Value.Content, settings)
            : ReadSigned(document.Value.Content, settings);
    }

    private static CertificateReading ReadSigned(XElement intyg, CertificateReadingSettings settings)
    {
        Envelope envelope = Envelope.Of(intyg);
        Answers answers = Answers.In(intyg);
        string code = envelope.Type is { } known ? CertificateTypes.CodeOf(known) : Shown(envelope.TypeCode);
        IReadOnlyList<CertificatePeriod> periods = envelope.Type is { } typed ? Periods.In(answers, typed) : [];
        var outline = new CertificateOutline(
            code.Length > 0 ? code : null, envelope.Version.Length > 0 ? Shown(envelope.Version) : null,
            envelope.Id, envelope.Patient?.Id, periods);
        if (envelope.Type is not { } type)
        {
            return new CertificateReading(null, outline, envelope.Problems, envelope.Warnings);
        }

        QuestionSet questions = QuestionSets.For(type, envelope.Major);
        var check = new RuleCheck(answers, questions, settings.Today);
        check.Run();
        List<CertificateProblem> problems = [.. envelope.Problems, .. check.Problems];
        List<CertificateProblem> warnings = [.. envelope.Warnings, .. check.Warnings, .. EarlyStart(envelope.SignedAt, periods, type)];
        Certificate? certificate = problems.Count > 0 ? null : new Certificate(
            type, envelope.Version, envelope.Id, envelope.SignedAt, envelope.SentAt, envelope.Patient, envelope.Issuer, envelope.Relation,
            periods, Fields.Of(answers, questions, envelope.Patient, envelope.Issuer), IsPrefill: false);
        return new CertificateReading(certificate, outline, problems, warnings);
    }

    private static CertificateReading ReadPrefill(XElement document, CertificateReadingSettings settings)
    {
        Answers answers = Answers.In(document);
        if (Prefill.TypeOf(answers) is not { } type)
        {
            CertificateOutline unknown = CertificateOutline.Nothing with { Type = CertificateTypes.CodeOf(CertificateType.Ag114) };
            return new CertificateReading(null, unknown, [new("version.unknown", "version")], []);
        }

        IReadOnlyList<CertificatePeriod> periods = Periods.In(answers, type);
        QuestionSet questions = QuestionSets.For(type, 2);
        var check = new RuleCheck(answers, questions, settings.Today);
        check.Run();
        CertificateProblem[] problems = [.. check.Problems.Where(p => !Prefill.Tolerates(p))];
        CertificateProblem[] warnings =
            [new("document.prefill", "document"), .. check.Warnings, .. check.Problems.Where(Prefill.Tolerates)];
        Certificate? certificate = problems.Length > 0 ? null : new Certificate(
            type, Prefill.Version, null, null, null, null, null, null, periods, Fields.Of(answers, questions, null, null), IsPrefill: true);
        var outline = new CertificateOutline(CertificateTypes.CodeOf(type), Prefill.Version, null, null, periods);
        return new CertificateReading(certificate, outline, problems, warnings);
    }

    private static IEnumerable<CertificateProblem> EarlyStart(
        DateTime? signed, IReadOnlyList<CertificatePeriod> periods, CertificateType type)
    {
        if (signed is { } moment && periods.Count > 0
            && DateOnly.FromDateTime(moment).DayNumber - periods[0].From.DayNumber > EarliestStartBeforeSigning)
        {
            yield return new CertificateProblem(
                "period.starts-early",
                type == CertificateType.Ag114 ? "7.2" : "32.2",
                periods[0].From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                EarliestStartBeforeSigning.ToString(CultureInfo.InvariantCulture));
        }
    }

    // What a stranger wrote as a type is shown back, but only as far as it can be a code.
    private static string Shown(string code) => new([.. code.Where(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_').Take(20)]);

    private static CertificateReading Refused(Unreadable reason) => new(null, CertificateOutline.Nothing, [reason.Problem], []);
}
