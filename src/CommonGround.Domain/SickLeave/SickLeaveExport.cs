using System.Globalization;

namespace CommonGround.Domain.SickLeave;

/// <summary>One row of a unit's export, as it stands in the file. Row is its line in the file, the heading being 1.</summary>
public sealed record SickLeaveExportRow(
    int Row, string CertificateId, string PersonId, string WorkAbility, string Signed, string SingleCertificate = "");

/// <summary>Something wrong in a row; the words stand under <c>certificate.problem.CODE</c>, the row is told beside them.</summary>
public sealed record RowProblem(int Row, CertificateProblem Problem);

/// <summary>A row that can be used: whose leave it is, and the leave.</summary>
public sealed record ExportedLeave(int Row, PatientId Person, CertifiedLeave Leave);

/// <summary>What came of reading an export. Each row is among the leaves, or among the problems, or both when it came twice.</summary>
public sealed record SickLeaveExportReading(IReadOnlyList<ExportedLeave> Leaves, IReadOnlyList<RowProblem> Problems);

/// <summary>
/// Reads the rows of a unit's sick-leave export. The cell for work ability is <c>[from;to;degree|from;to;degree]</c>.
/// </summary>
public static class SickLeaveExport
{
    /// <summary>The export gives ids without a root.</summary>
    public const string IdRoot = "";

    private static readonly int[] Degrees = [25, 50, 75, 100];

    public static SickLeaveExportReading Read(IEnumerable<SickLeaveExportRow> rows)
    {
        var leaves = new List<ExportedLeave>();
        var problems = new List<RowProblem>();
        var seen = new Dictionary<CertificateId, ExportedLeave>();
        foreach (SickLeaveExportRow row in rows)
        {
            var wrong = new List<CertificateProblem>();
            if (ReadRow(row, wrong) is { } leave)
            {
                if (seen.TryAdd(leave.Leave.Id, leave))
                {
                    leaves.Add(leave);
                }
                else
                {
                    wrong.Add(Repeated(seen[leave.Leave.Id], leave));
                }
            }

            problems.AddRange(wrong.Select(p => new RowProblem(row.Row, p)));
        }

        return new SickLeaveExportReading(leaves, problems);
    }

    /// <summary>Reads the cell for work ability; what is wrong in it is added to <paramref name="problems"/>.</summary>
    public static IReadOnlyList<CertificatePeriod> ReadPeriods(string cell, ICollection<CertificateProblem> problems)
    {
        const string field = "FÖRMÅGA";
        string text = cell.Trim();
        if (text.Length < 2 || text[0] != '[' || text[^1] != ']' || text.Length == 2)
        {
            problems.Add(new(text is "" or "[]" ? "export.no-period" : "export.period-form", field));
            return [];
        }

        var periods = new List<CertificatePeriod>();
        int number = 0;
        foreach (string part in text[1..^1].Split('|'))
        {
            number++;
            if (ReadPeriod(part, $"{number}", field, problems) is { } period)
            {
                periods.Add(period);
            }
        }

        periods.Sort((a, b) => a.From.CompareTo(b.From));
        for (int i = 1; i < periods.Count; i++)
        {
            if (periods[i].From < periods[i - 1].To)
            {
                problems.Add(new("period.overlap", field, Iso(periods[i].From), Iso(periods[i - 1].To)));
            }
        }

        return periods;
    }

    private static ExportedLeave? ReadRow(SickLeaveExportRow row, List<CertificateProblem> problems)
    {
        string id = row.CertificateId.Trim();
        if (id.Length == 0)
        {
            problems.Add(new("certificate-id.missing", "INTYGSID"));
        }

        DateTime? signed = Signed(row.Signed);
        if (signed is null)
        {
            problems.Add(new("moment.unreadable", "SIGNERINGSTIDPUNKT"));
        }

        PatientId? person = PatientId.Parse(row.PersonId, signed is { } s ? DateOnly.FromDateTime(s) : null);
        if (person is null)
        {
            problems.Add(new(row.PersonId.Trim().Length == 0 ? "patient-id.missing" : "patient-id.unreadable", "PERSONNUMMER"));
        }

        IReadOnlyList<CertificatePeriod> periods = ReadPeriods(row.WorkAbility, problems);
        if (row.SingleCertificate.Trim().ToUpperInvariant() is not ("" or "TRUE" or "FALSE"))
        {
            problems.Add(new("value.not-yes-or-no", "ENKELTINTYG"));
        }

        return problems.Count == 0
            ? new ExportedLeave(row.Row, person!, new CertifiedLeave(new CertificateId(IdRoot, id), signed!.Value, periods))
            : null;
    }

    private static CertificatePeriod? ReadPeriod(string part, string number, string field, ICollection<CertificateProblem> problems)
    {
        string[] cells = part.Split(';', StringSplitOptions.TrimEntries);
        if (cells.Length != 3)
        {
            problems.Add(new("export.period-form", field, number));
            return null;
        }

        DateOnly? from = Reading.Values.Date(cells[0]);
        DateOnly? to = Reading.Values.Date(cells[1]);
        bool degreeRead = int.TryParse(cells[2], NumberStyles.None, CultureInfo.InvariantCulture, out int degree) && Degrees.Contains(degree);
        if (from is null)
        {
            problems.Add(new("period.start-not-a-day", field, number));
        }

        if (to is null)
        {
            problems.Add(new("period.end-not-a-day", field, number));
        }

        if (!degreeRead)
        {
            problems.Add(new("export.degree", field, number));
        }

        if (from > to)
        {
            problems.Add(new("period.backwards", field, Iso(from!.Value), Iso(to!.Value)));
        }

        return from <= to && degreeRead ? new CertificatePeriod(from!.Value, to!.Value, degree) : null;
    }

    private static CertificateProblem Repeated(ExportedLeave first, ExportedLeave again)
    {
        bool same = first.Person == again.Person && first.Leave.SignedAt == again.Leave.SignedAt
            && first.Leave.Periods.SequenceEqual(again.Leave.Periods);
        return new(same ? "export.row-repeated" : "export.id-used-twice", "INTYGSID", first.Row.ToString(CultureInfo.InvariantCulture));
    }

    private static DateTime? Signed(string text) =>
        Reading.Values.Moment(text.Trim()) ?? (Reading.Values.Date(text.Trim()) is { } day ? day.ToDateTime(TimeOnly.MinValue) : null);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
