using System.Diagnostics;
using CommonGround.Domain.Documents;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure.Documents;

namespace CommonGround.Web.Tests.Documents;

public sealed class DocumentTextTests
{
    private static string Write(Document document, bool carriageReturns = false) =>
        DocumentText.Write(document, Words.In(document.Language), carriageReturns);

    [Fact]
    public void Write_SwedishPlan_IsReadyToPaste()
    {
        const string Expected = """
            PLAN FÖR ÅTERGÅNG I ARBETE
            Sara Lind, lärare, klass 4B
            Version 2 · 9 december 2026 · kopia till Jonas Ek
            Amina Nord, Region Norr · 9 december 2026

            MÅL

            "Jag vill tillbaka till min klass. Ljud och många frågor på en gång gör mig tom före elva."

            Det vi har kommit överens om:
            - Mål: Åter i eget arbete på halvtid före påsk / Uppföljning: 1 februari

            Andel av heltid
            Två steg: 25 procent i januari och upp till 50 i februari.

            - Steg: 12 jan / Arbete: 25 %
            - Steg: 9 feb / Arbete: 25–50 %

            - Eget rum efter lunch
            - En uppgift i taget → lista på måndagar

            Vad / Vem: Inget noterat än

            Jonas Ek, chef: ____________________ (Datum och underskrift)

            Sekretess: bara för Sara Linds chef

            """;

        Assert.Equal(Expected.ReplaceLineEndings("\n"), Write(SamplePlan.Swedish()).Replace('\u00a0', ' '));
    }

    [Theory, InlineData("en"), InlineData("sv"), InlineData("da")]
    public void Write_SamplePlan_LeavesNoWordOut(string language)
    {
        var document = SamplePlan.In(language);
        var text = PdfTools.Flat(Write(document));

        Assert.All(DocumentProse.Of(document), words => Assert.Contains(PdfTools.Flat(words), text, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Write_WithCarriageReturns_HasThemAtEveryLineEnd()
    {
        var text = Write(SamplePlan.Danish(), carriageReturns: true);

        Assert.Equal(text.Count(c => c == '\n'), text.Split("\r\n").Length - 1);
        Assert.Equal(Write(SamplePlan.Danish()), text.Replace("\r\n", "\n", StringComparison.Ordinal));
    }

    [Fact]
    public void Write_TableWithEmptyCells_NamesOnlyWhatIsThere()
    {
        var document = SamplePlan.English() with
        {
            Blocks = [new Table(InformationKind.Plan, ["What", "Who", "When"], [new TableRow("Own room", "", "12 January"), new TableRow("Substitute")])],
        };

        Assert.Contains("- What: Own room / When: 12 January\n- What: Substitute\n", Write(document), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_FiveMegabytes_TakesSeconds()
    {
        var block = new Paragraph(InformationKind.Story, new string('å', 5_000_000));
        var watch = Stopwatch.StartNew();

        var text = Write(SamplePlan.English() with { Blocks = [block] });

        Assert.True(text.Length > 5_000_000);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed}");
    }
}
