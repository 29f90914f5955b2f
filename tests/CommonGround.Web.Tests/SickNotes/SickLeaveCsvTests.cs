using System.Text;
using System.Text.Json;
using CommonGround.Domain.SickLeave;
using CommonGround.Web.Features.SickNotes.ImportSickLeave;

namespace CommonGround.Web.Tests.SickNotes;

public sealed class SickLeaveCsvTests : IDisposable
{
    private const string Head = "INTYGSID,PERSONNUMMER,FÖRNAMN,EFTERNAMN,FÖRMÅGA,SYSSELSATTNING,ENKELTINTYG,SIGNERINGSTIDPUNKT\n";
    private const string RowA = "a,19121212-1212,Tolvan,Tolvansson,[2026-03-02;2026-03-10;100|2026-03-11;2026-03-20;50],[Bagare],false,2026-03-02T13:00:00.000\n";
    private const string RowB = "b,191212121212,Tolvan,Tolvansson,[2026-03-24;2026-03-30;50],\"[Bagare, kock]\",false,2026-03-20T13:00:00.000\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_CommasInQuotes_AndSemicolonsInBrackets_StayInTheirCell()
    {
        var rows = SickLeaveCsv.Read(Encoding.UTF8.GetBytes(Head + RowA + RowB));

        Assert.Empty(rows.Problems);
        Assert.Equal([2, 3], rows.Rows.Select(r => r.Row));
        Assert.Equal("[2026-03-24;2026-03-30;50]", rows.Rows[1].WorkAbility);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("iso-8859-1")]
    [InlineData("utf-16")]
    public void Read_EncodingsThatSpreadsheetsSave_AreRead(string name)
    {
        var encoding = Encoding.GetEncoding(name);

        var rows = SickLeaveCsv.Read([.. encoding.GetPreamble(), .. encoding.GetBytes(Head + RowA)]);

        Assert.Empty(rows.Problems);
        Assert.Single(rows.Rows);
    }

    [Fact]
    public void Read_ColumnsInAnotherOrder_AreFoundByName()
    {
        var rows = SickLeaveCsv.Read("signeringstidpunkt,FÖRMÅGA,INTYGSID,PERSONNUMMER\r\n2026-03-02T13:00:00,[x],a,1\r\n"u8.ToArray());

        Assert.Equal(new SickLeaveExportRow(2, "a", "1", "[x]", "2026-03-02T13:00:00"), Assert.Single(rows.Rows));
    }

    [Fact]
    public void Read_ColumnMissing_IsNamed()
    {
        var rows = SickLeaveCsv.Read("INTYGSID,PERSONNUMMER,SIGNERINGSTIDPUNKT\na,b,c\n"u8.ToArray());

        Assert.Empty(rows.Rows);
        Assert.Equal((1, "export.columns-missing", "FÖRMÅGA"), Assert.Single(rows.Problems) is var p ? (p.Row, p.Problem.Code, p.Problem.Field) : default);
    }

    [Theory]
    [InlineData("x,too,few\n")]
    [InlineData("\"never closed,19121212-1212,T,T,[2026-03-02;2026-03-10;100],[B],false,2026-03-02T13:00:00\n")]
    [InlineData("a\"b,19121212-1212,T,T,[2026-03-02;2026-03-10;100],[B],false,2026-03-02T13:00:00\n")]
    public void Read_BrokenRow_IsNamed_AndTheRowsAfterItAreRead(string broken)
    {
        var rows = SickLeaveCsv.Read(Encoding.UTF8.GetBytes(Head + RowA + broken + RowB));

        Assert.Equal([2, 4], rows.Rows.Select(r => r.Row));
        Assert.Equal((3, "export.row-broken"), Assert.Single(rows.Problems) is var p ? (p.Row, p.Problem.Code) : default);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0\0\0\0")]
    [InlineData("bara text")]
    public void Read_NoExport_SaysWhatIsMissing(string text)
    {
        var rows = SickLeaveCsv.Read(Encoding.UTF8.GetBytes(text));

        Assert.Empty(rows.Rows);
        Assert.NotEmpty(rows.Problems);
    }

    [Theory]
    [InlineData(3, 1, "2026-03-24", true)]
    [InlineData(2, 2, "2026-03-24", true)]
    [InlineData(3, 1, "2026-03-22", false)]
    public async Task Run_Export_IsChainedWithinTheGap(int gap, int episodes, string on, bool ongoing)
    {
        var report = Path.Combine(_folder.Path, "r.json");

        var exit = await ImportSickLeaveCommand.Run(
            _folder.File("e.csv", Encoding.UTF8.GetBytes(Head + RowA + RowB)), MaxGap.Of(gap).Value,
            DateOnly.ParseExact(on, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), report, Words.In("sv"),
            TestContext.Current.CancellationToken);

        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(report, TestContext.Current.CancellationToken));
        Assert.Equal(0, exit);
        Assert.Equal(["episodes", "problems"], json.RootElement.EnumerateObject().Select(p => p.Name));
        var last = json.RootElement.GetProperty("episodes").EnumerateArray().Last();
        Assert.Equal(episodes, json.RootElement.GetProperty("episodes").GetArrayLength());
        Assert.Equal(["personId", "from", "to", "certificates", "days", "ongoing"], last.EnumerateObject().Select(p => p.Name));
        Assert.Equal(ongoing, last.GetProperty("ongoing").GetBoolean());
        Assert.Equal(episodes == 1 ? 26 : 7, last.GetProperty("days").GetInt32());
    }

    [Fact]
    public async Task Run_RowThatCannotBeUsed_ExitsWith2_AndIsInTheReport()
    {
        var report = Path.Combine(_folder.Path, "r.json");

        var exit = await ImportSickLeaveCommand.Run(
            _folder.File("e.csv", Encoding.UTF8.GetBytes(Head + RowA.Replace(";100", ";40", StringComparison.Ordinal) + RowB)), MaxGap.Default,
            new DateOnly(2026, 3, 24), report, Words.In("sv"), TestContext.Current.CancellationToken);

        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(report, TestContext.Current.CancellationToken));
        var problem = Assert.Single(json.RootElement.GetProperty("problems").EnumerateArray());
        Assert.Equal(2, exit);
        Assert.Equal((2, "export.degree"), (problem.GetProperty("row").GetInt32(), problem.GetProperty("code").GetString()));
        Assert.Single(json.RootElement.GetProperty("episodes").EnumerateArray());
    }

    [Fact]
    public async Task Run_FileThatIsNotThere_ExitsWith2() => Assert.Equal(2, await ImportSickLeaveCommand.Run(
        Path.Combine(_folder.Path, "x.csv"), MaxGap.Default, default, null, Words.In("da"), TestContext.Current.CancellationToken));
}
