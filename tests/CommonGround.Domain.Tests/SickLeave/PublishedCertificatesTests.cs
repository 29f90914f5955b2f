using CommonGround.Domain.SickLeave;

namespace CommonGround.Domain.Tests.SickLeave;

/// <summary>
/// The certificates that the issuer's services publish for tests, with what the issuer's own rules say of each. They are not
/// ours to pass on, so the folder is named by an environment variable, and without it these tests are skipped.
/// </summary>
public sealed class PublishedCertificatesTests
{
    private const string Variable = "COMMONGROUND_TEST_DATA";

    private static string? Folder => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } data
        ? Path.Combine(data, "certificates")
        : null;

    // Where the issuer's first broken rule is about the whole certificate, the question it is about is told by its name.
    private static readonly (string Words, string Field)[] Named =
    [
        ("Aktivitetsbegränsningar", "17"), ("Funktionsnedsättning", "35"), ("Prognos", "39"), ("Behov av sjukskrivning", "32"),
        ("Önskar förmedla diagnos", "100"), ("Typ av sysselsättning", "28"), ("Typ av diagnos", "6"),
    ];

    public static TheoryData<string, string, string> Labelled()
    {
        var rows = new TheoryData<string, string, string>();
        if (Folder is not { } folder)
        {
            rows.Add("", "", "");
            return rows;
        }

        foreach (string line in File.ReadLines(Path.Combine(folder, "labels.tsv")).Skip(1).Where(l => l.Length > 0))
        {
            string[] cells = line.Split('\t');
            rows.Add(cells[0], cells[1], cells.ElementAtOrDefault(2) ?? "");
        }

        rows.Add("lisjp/lisjp__1.1.xml", "pass", "");
        rows.Add("lisjp/lisjp__tod.1.xml", "pass", "");
        return rows;
    }

    [Theory]
    [MemberData(nameof(Labelled))]
    public void Read_PublishedCertificate_IsJudgedAsItsIssuerJudges(string file, string label, string firstBrokenRule)
    {
        Assert.SkipUnless(Folder is not null, $"{Variable} does not name a folder with the published test files.");

        CertificateReading reading = CertificateReader.Read(
            File.ReadAllBytes(Path.Combine(Folder!, file)), new CertificateReadingSettings { Today = new DateOnly(2026, 1, 1) });

        Assert.True(label == "pass" == reading.Accepted, string.Join("; ", reading.Problems));
        if (label == "fail")
        {
            string field = FieldOf(firstBrokenRule);
            Assert.Contains(reading.Problems, p => p.Field == field || p.Field.StartsWith(field + ".", StringComparison.Ordinal));
        }
    }

    /// <summary>The issuer names rules by the fields they are about: q32.1-33.1-R26 is about 33.1, given 32.1.</summary>
    private static string FieldOf(string rule)
    {
        string name = rule[..rule.IndexOf(':', StringComparison.Ordinal)];
        if (name == "intyg")
        {
            return Named.Single(n => rule.Contains($"'{n.Words}'", StringComparison.Ordinal)).Field;
        }

        string[] fields = [.. name[1..].Split('-').Where(p => !p.StartsWith('R')).Select(p => p.TrimStart('q'))];
        bool severalOfOne = fields.All(f => f.Split('.')[0] == fields[0].Split('.')[0]) && fields.Length > 2;
        return severalOfOne ? fields[0].Split('.')[0] : fields[^1].Split('.')[0] is var last && fields.Length > 1 ? last : fields[^1];
    }
}
