using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using CommonGround.Domain.Documents;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure.Documents;

namespace CommonGround.Web.Tests.Documents;

public sealed partial class PdfWriterTests
{
    [Fact]
    public async Task Write_WordWiderThanThePage_IsBrokenAndStaysOnIt()
    {
        var word = string.Concat(Enumerable.Repeat("Arbetsförmågebedömning", 30));
        var pdf = Write(With(
            new Paragraph(InformationKind.Plan, word),
            new Table(InformationKind.Plan, ["A", "B", "C"], [new TableRow("x", word, "y")]),
            new Heading(InformationKind.Plan, 1, word)));

        var boxes = await PdfTools.Run("pdftotext", pdf, "-bbox", "FILE", "-");
        var text = Regex.Replace(await PdfTools.Run("pdftotext", pdf, "FILE", "-"), @"\s", "");

        Assert.All(RightEdge().Matches(boxes), match => Assert.InRange(double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), 0, 595.28 - 67));
        Assert.Contains(word, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_EmptyParts_AreSound()
    {
        var pdf = Write(With(
            new Table(InformationKind.Plan, ["What", "Who"], []),
            new ItemList(InformationKind.Plan, []),
            new FactList(InformationKind.Plan, []),
            new Signatures(InformationKind.Plan, []),
            new GradedStepsFigure(InformationKind.Plan, "", "", []),
            new Callout(InformationKind.Plan, null, []),
            new Paragraph(InformationKind.Plan, ""),
            new Heading(InformationKind.Plan, 1, "")));

        await PdfTools.Run("qpdf", pdf, "--check", "FILE");

        Assert.Contains("What Who Nothing noted yet", await PdfTools.Structure(pdf), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_NothingButATitle_IsOnePage() =>
        Assert.Matches(@"Pages:\s+1\n", await PdfTools.Run("pdfinfo", Write(With()), "FILE"));

    [Fact]
    public async Task Write_SignsOfDocuments_AreDrawnAndCopiedAsThemselves()
    {
        const string Signs = "Åsa ägnar öl – Ærø følger… ✓done ○open →next ☐box ≤half Işık Łódź Жанна";
        var pdf = Write(With(new Paragraph(InformationKind.Plan, new InlineText(Signs, InlineText.Strong(" " + Signs)))));

        Assert.Contains($"{Signs} {Signs}", await PdfTools.Text(pdf), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_CharactersTheFontLacks_AreSeenAsMissingAndCopiedAsThemselves()
    {
        var pdf = Write(With(new Paragraph(InformationKind.Plan, "漢字 सारा 😀 \U00010FFFD A\u030A")));

        var text = await PdfTools.Text(pdf);

        Assert.Contains("漢字 सारा 😀", text, StringComparison.Ordinal);
        Assert.Contains("Å", text, StringComparison.Ordinal);
        var blank = await PdfTools.Ink(Write(With(new Paragraph(InformationKind.Plan, ""))));
        Assert.True(await PdfTools.Ink(Write(With(new Paragraph(InformationKind.Plan, "漢字漢字")))) > blank + 50);
    }

    [Fact]
    public async Task Write_AccentedLetters_HaveTheirAccents()
    {
        static Document Saying(string letters) => With(new Paragraph(InformationKind.Plan, letters));

        Assert.True(await PdfTools.Ink(Write(Saying("åäöåäöåäöåäö"))) > await PdfTools.Ink(Write(Saying("aaoaaoaaoaao"))));
    }

    [Fact]
    public async Task Write_EverythingDrawn_BelongsToAnElementOrIsAnArtifact()
    {
        var content = await PdfTools.Run("qpdf", Write(SamplePlan.English()), "--qdf", "--object-streams=disable", "FILE", "-");

        var depth = 0;
        var drawn = 0;
        foreach (var line in content.Split('\n'))
        {
            depth += line.EndsWith(" BDC", StringComparison.Ordinal) ? 1 : line == "EMC" ? -1 : 0;
            Assert.InRange(depth, 0, 1);
            if (!Regex.IsMatch(line, @" (Tj ET|f|S)$"))
                continue;
            drawn++;
            Assert.True(depth == 1, line);
        }

        Assert.Equal(0, depth);
        Assert.True(drawn > 100);
    }

    [Fact]
    public async Task Write_LongDocument_HasItsHeadingsAsNestedBookmarks()
    {
        var json = await PdfTools.Run("qpdf", Write(SamplePlan.English()), "--json=2", "--json-key=outlines", "FILE");
        using var outlines = System.Text.Json.JsonDocument.Parse(json);

        var top = outlines.RootElement.GetProperty("outlines").EnumerateArray().ToList();

        Assert.Equal(
            ["What Sara says", "Goals", "The way back", "Changes at work", "Who does what", "Agreed and received"],
            top.Select(bookmark => bookmark.GetProperty("title").GetString()));
        Assert.Equal(["In place", "Still to do"], top[3].GetProperty("kids").EnumerateArray().Select(bookmark => bookmark.GetProperty("title").GetString()));
        Assert.Equal([1, 1, 1, 2, 2, 2], top.Select(bookmark => bookmark.GetProperty("destpageposfrom1").GetInt32()));
    }

    [Fact]
    public async Task Write_EveryCharacterThereIs_NeverThrows()
    {
        var everything = string.Concat(Enumerable.Range(0, 0x30000).Select(value => value is >= 0xD800 and <= 0xDFFF
            ? ((char)value).ToString()
            : char.ConvertFromUtf32(value)));

        var pdf = Write(With(new Paragraph(InformationKind.Plan, everything), new Heading(InformationKind.Plan, 1, "\uD800 lone \uDC00")));

        await PdfTools.Run("qpdf", pdf, "--check", "FILE");
    }

    [Fact]
    public async Task Write_TitleWithMarkupAndControls_KeepsMetadataSound()
    {
        var pdf = Write(With() with { Title = "Plan <&> \"x\" \u0001 \uD800 ]]>", Author = ") endobj <</A" });

        await PdfTools.Run("qpdf", pdf, "--check", "FILE");
        var metadata = await PdfTools.Run("pdfinfo", pdf, "-meta", "FILE");

        Assert.NotNull(System.Xml.Linq.XDocument.Parse(metadata.Trim()).Root);
    }

    [Fact]
    public async Task Write_FiveMegabytes_TakesSeconds()
    {
        var paragraph = string.Concat(Enumerable.Repeat("Mornings are good, afternoons are hard, and that is fine. ", 20));
        var blocks = Enumerable.Range(0, 2100).Select(Block (_) => new Paragraph(InformationKind.Story, paragraph)).ToList();
        blocks.Add(new Paragraph(InformationKind.Story, string.Concat(Enumerable.Repeat(paragraph, 1000))));
        blocks.Add(new Paragraph(InformationKind.Story, new string('x', 1_000_000)));
        blocks.Add(new Table(InformationKind.Story, ["A", "B"], [new TableRow(string.Concat(Enumerable.Repeat(paragraph, 200)), "b")]));

        var watch = Stopwatch.StartNew();
        var pdf = Write(With(blocks));
        watch.Stop();

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"{watch.Elapsed}");
        Assert.True(pdf.Length < 10_000_000, $"{pdf.Length} bytes");
        await PdfTools.Run("qpdf", pdf, "--check", "FILE");
    }

    [Fact]
    public void Write_TwoPagePlan_IsQuickOnceWarm()
    {
        var document = SamplePlan.English();
        for (var turn = 0; turn < 20; turn++)
            Write(document);

        var quickest = Enumerable.Range(0, 10).Min(_ =>
        {
            var watch = Stopwatch.StartNew();
            Write(document);
            return watch.Elapsed;
        });

        TestContext.Current.TestOutputHelper?.WriteLine($"{quickest.TotalMilliseconds:0.0} ms");
        Assert.True(quickest < TimeSpan.FromMilliseconds(50), $"{quickest.TotalMilliseconds} ms");
    }

    [GeneratedRegex(@"^\s*([A-Z][A-Za-z0-9]*)(?: \(block\))?:?\s*$", RegexOptions.Multiline)]
    private static partial Regex RoleLine();

    [GeneratedRegex(@"xMax=""([\d.]+)""")]
    private static partial Regex RightEdge();
}
