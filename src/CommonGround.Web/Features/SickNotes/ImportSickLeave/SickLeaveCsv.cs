using System.Text;
using System.Text.Unicode;
using CommonGround.Domain.SickLeave;
using CsvHelper;

namespace CommonGround.Web.Features.SickNotes.ImportSickLeave;

/// <summary>The rows of an export, and the rows that could not be taken apart.</summary>
public sealed record SickLeaveRows(IReadOnlyList<SickLeaveExportRow> Rows, IReadOnlyList<RowProblem> Problems);

/// <summary>Takes a unit's export apart. Columns are found by their names, in any order; a row's number is its line in the file.</summary>
public static class SickLeaveCsv
{
    private const string Id = "INTYGSID", Person = "PERSONNUMMER", Ability = "FÖRMÅGA", Signed = "SIGNERINGSTIDPUNKT", Single = "ENKELTINTYG";
    private static readonly string[] Needed = [Id, Person, Ability, Signed];

    public static SickLeaveRows Read(byte[] bytes)
    {
        var problems = new List<RowProblem>();
        using var csv = CsvReader.Create(bytes, new CsvReaderOptions
        {
            Separator = ',',
            Encoding = EncodingOf(bytes),
            TrackLineNumbers = true,
            // A quotation mark that is never closed must not swallow the rows after it.
            AllowLineBreaksInQuotes = false,
            MalformedData = CsvMalformedDataHandling.Skip,
            FieldCountMismatch = CsvFieldCountHandling.Skip,
            OnMalformedRecord = row => problems.Add(new RowProblem((int)row.LineNumber, new CertificateProblem("export.row-broken", ""))),
        });
        try
        {
            RowProblem[] missing = [.. Needed.Where(name => !csv.TryGetFieldIndex(name, out _)).Select(Missing)];
            return missing.Length > 0 ? new SickLeaveRows([], missing) : new SickLeaveRows([.. Rows(csv)], problems);
        }
        catch (CsvFormatException)
        {
            return new SickLeaveRows([], [.. problems, new RowProblem(1, new CertificateProblem("export.row-broken", ""))]);
        }
    }

    private static IEnumerable<SickLeaveExportRow> Rows(CsvReader csv)
    {
        var hasSingle = csv.TryGetFieldIndex(Single, out _);
        while (csv.Read())
        {
            yield return new SickLeaveExportRow(
                (int)csv.LineNumber, csv.GetString(Id), csv.GetString(Person), csv.GetString(Ability), csv.GetString(Signed),
                hasSingle ? csv.GetString(Single) : "");
        }
    }

    private static RowProblem Missing(string column) => new(1, new CertificateProblem("export.columns-missing", column));

    // Spreadsheets in Sweden save as Latin 1 unless told otherwise; what is not UTF-8 is read as that.
    private static Encoding EncodingOf(byte[] bytes) => Utf8.IsValid(bytes) ? Encoding.UTF8 : Encoding.Latin1;
}
