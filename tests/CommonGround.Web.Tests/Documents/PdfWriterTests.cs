using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using CommonGround.Domain.Documents;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure.Documents;

namespace CommonGround.Web.Tests.Documents;

public sealed partial class PdfWriterTests
{
    private static byte[] Write(Document document) => PdfWriter.Write(document, Words.In(document.Language));

    private static Document With(params IReadOnlyList<Block> blocks) => SamplePlan.English() with { Blocks = blocks };

    [Theory, InlineData("en"), InlineData("sv"), InlineData("da")]
    public async Task Write_SamplePlan_IsSoundToQpdf(string language)
    {
        var report = await PdfTools.Run("qpdf", Write(SamplePlan.In(language)), "--check", "FILE");

        Assert.Contains("No syntax or stream encoding errors found", report, StringComparison.Ordinal);
        Assert.DoesNotContain("WARNING", report, StringComparison.Ordinal);
    }

    [Theory, InlineData("en"), InlineData("sv"), InlineData("da")]
    public async Task Write_SamplePlan_IsTaggedWithTitleAuthorAndLanguage(string language)
    {
        var document = SamplePlan.In(language);
        var pdf = Write(document);

        var information = await PdfTools.Run("pdfinfo", pdf, "FILE");

        Assert.Matches(@"Tagged:\s+yes", information);
        Assert.Matches($@"Title:\s+{Regex.Escape(document.Title)}\n", information);
        Assert.Matches($@"Author:\s+{Regex.Escape(document.Author)}\n", information);
        var metadata = await PdfTools.Run("pdfinfo", pdf, "-meta", "FILE");
        Assert.Contains("<pdfuaid:part>1</pdfuaid:part>", metadata, StringComparison.Ordinal);
        Assert.Contains($"<rdf:li>{language}</rdf:li>", metadata, StringComparison.Ordinal);
        var objects = await PdfTools.Run("qpdf", pdf, "--json=2", "--json-key=qpdf", "FILE");
        Assert.Contains($"\"/Lang\": \"u:{language}\"", objects, StringComparison.Ordinal);
        Assert.Contains("\"/DisplayDocTitle\": true", objects, StringComparison.Ordinal);
        Assert.Contains("\"/Marked\": true", objects, StringComparison.Ordinal);
    }

    [Theory, InlineData("en"), InlineData("sv"), InlineData("da")]
    public async Task Write_SamplePlan_GivesItsWordsInReadingOrder(string language)
    {
        var document = SamplePlan.In(language);
        var text = await PdfTools.Structure(Write(document));

        var at = 0;
        foreach (var words in DocumentProse.Of(document))
        {
            var found = text.IndexOf(PdfTools.Flat(words), at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"After \"{text[..at]}\" there is no \"{words}\".");
            at = found;
        }
    }

    [Theory, InlineData("en"), InlineData("sv"), InlineData("da")]
    public async Task Write_SamplePlan_CanBeCopiedFromThePageAsText(string language)
    {
        var document = SamplePlan.In(language);

        var text = await PdfTools.Text(Write(document));

        Assert.All(DocumentProse.Of(document), words => Assert.Contains(PdfTools.Flat(words), text, StringComparison.Ordinal));
        Assert.Contains(Words.In(language).PageOf(1, language == "en" ? 2 : 1), text, StringComparison.Ordinal);
        Assert.Contains(document.Classification!, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_SamplePlan_EmbedsSubsetsThatKnowTheirCharacters()
    {
        var fonts = await PdfTools.Run("pdffonts", Write(SamplePlan.English()), "FILE");

        var rows = fonts.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).ToList();
        Assert.Equal(2, rows.Count);
        Assert.All(rows, row => Assert.Matches(@"^[A-Z]{6}\+NotoSans-(Regular|Bold)\s+CID TrueType\s+Identity-H\s+yes yes yes", row));
    }

    [Fact]
    public async Task Write_EveryElement_HasItsRoleAndWordsInPlaceOfDrawings()
    {
        var pdf = Write(SamplePlan.English());

        var structure = await PdfTools.Run("pdfinfo", pdf, "-struct-text", "FILE");
        var roles = RoleLine().Matches(structure).Select(match => match.Groups[1].Value).ToHashSet();
        var objects = await PdfTools.Run("qpdf", pdf, "--json=2", "--json-key=qpdf", "FILE");

        Assert.Superset(
            new HashSet<string>(["Document", "H1", "H2", "H3", "P", "L", "LI", "Lbl", "LBody", "Table", "THead", "TBody", "TR", "TH", "TD", "Figure", "BlockQuote", "Div"]),
            roles);
        Assert.Contains("Four steps from 25 percent in January to between 50 and 75 percent in March.", objects, StringComparison.Ordinal);
        Assert.Contains("/Scope /Column", structure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_SkippedHeadingLevel_IsClosed()
    {
        var pdf = Write(With(
            new Heading(InformationKind.Plan, 3, "Begins too deep"),
            new Heading(InformationKind.Plan, 1, "One"),
            new Heading(InformationKind.Plan, 3, "Jumps")));

        var structure = await PdfTools.Run("pdfinfo", pdf, "-struct-text", "FILE");

        Assert.Matches(@"H2 \(block\)\s+""Begins too deep""\s+H2 \(block\)\s+""One""\s+H3 \(block\)\s+""Jumps""", structure);
    }

    [Fact]
    public void Write_Twice_GivesTheSameBytes() => Assert.Equal(Write(SamplePlan.English()), Write(SamplePlan.English()));

    [Theory, InlineData("sv-SE"), InlineData("ar-SA"), InlineData("fa-IR")]
    public void Write_InAnyServerCulture_GivesTheSameBytes(string culture)
    {
        var expected = Write(SamplePlan.English());
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(expected, Write(SamplePlan.English()));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task Write_TableOverManyPages_RepeatsItsHeaderForTheEyeOnly()
    {
        var rows = Enumerable.Range(1, 200).Select(number => new TableRow($"Step {number}", "Half a day at school, with a break after every lesson")).ToList();
        var pdf = Write(With(new Table(InformationKind.Plan, ["Number", "What to do"], rows)));

        var pages = (await PdfTools.Run("pdftotext", pdf, "FILE", "-")).Split('\f', StringSplitOptions.RemoveEmptyEntries);

        Assert.True(pages.Length > 4);
        Assert.All(pages, page => Assert.Contains("What to do", page, StringComparison.Ordinal));
        Assert.All(pages.Index(), page => Assert.Contains($"Page {page.Index + 1} of {pages.Length}", page.Item, StringComparison.Ordinal));
        Assert.Single(Regex.Matches(await PdfTools.Structure(pdf), "What to do"));
    }

    [Fact]
    public async Task Write_HeadingAtTheFootOfAPage_MovesWithWhatItHeads()
    {
        for (var lines = 30; lines < 50; lines++)
        {
            var pdf = Write(With(
                new Paragraph(InformationKind.Plan, string.Join('\n', Enumerable.Repeat("A line", lines))),
                new Heading(InformationKind.Plan, 1, "Heading"),
                new Paragraph(InformationKind.Plan, "First line\nSecond line\nThird line")));

            var pages = (await PdfTools.Run("pdftotext", pdf, "FILE", "-")).Split('\f', StringSplitOptions.RemoveEmptyEntries);

            var page = Assert.Single(pages, page => page.Contains("Heading", StringComparison.Ordinal));
            Assert.Contains("Second line", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Write_ParagraphOverPages_IsReadAsOneAndLeavesNoLineAlone()
    {
        for (var lines = 28; lines < 42; lines++)
        {
            var words = string.Join(' ', Enumerable.Range(1, 70).Select(number => $"word{number}"));
            var pdf = Write(With(
                new Paragraph(InformationKind.Story, string.Join('\n', Enumerable.Repeat("A line", lines))),
                new Paragraph(InformationKind.Story, words)));

            var pages = (await PdfTools.Run("pdftotext", pdf, "FILE", "-")).Split('\f', StringSplitOptions.RemoveEmptyEntries);
            var counts = pages.Select(page => page.Split('\n').Count(line => line.Contains("word", StringComparison.Ordinal))).Where(count => count > 0);

            Assert.Contains(words, await PdfTools.Structure(pdf), StringComparison.Ordinal);
            Assert.All(counts, count => Assert.True(count > 1, $"{lines} lines: {string.Join(',', counts)}"));
        }
    }

    [Fact]
    public async Task Write_PageBreak_BeginsAPage()
    {
        var pdf = Write(With(
            new PageBreak(),
            new Paragraph(InformationKind.Plan, "Before"),
            new PageBreak(),
            new PageBreak(),
            new Paragraph(InformationKind.Plan, "After"),
            new PageBreak()));

        var pages = (await PdfTools.Run("pdftotext", pdf, "FILE", "-")).Split('\f', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal([false, true, false], pages.Select(page => page.Contains("Before", StringComparison.Ordinal)));
        Assert.Contains("After", pages[2], StringComparison.Ordinal);
    }
}
