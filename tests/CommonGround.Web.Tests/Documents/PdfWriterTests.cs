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
