using AngleSharp;
using AngleSharp.Dom;
using CommonGround.Domain.Documents;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure.Documents;
using Document = CommonGround.Domain.Documents.Document;

namespace CommonGround.Web.Tests.Documents;

public sealed class DocumentPageTests
{
    private static Document With(params IReadOnlyList<Block> blocks) => SamplePlan.English() with { Blocks = blocks };

    private static async Task<IElement> Render(Document document, int? level = null)
    {
        var html = await DocumentPage.Render(document, level);
        using var context = BrowsingContext.New();
        var page = await context.OpenAsync(response => response.Content($"<!doctype html><title>t</title><main>{html}</main>"));
        return page.QuerySelector("article.document")!;
    }

    [Theory, InlineData("en"), InlineData("sv"), InlineData("da")]
    public async Task Document_SamplePlan_HasItsWordsInReadingOrder(string language)
    {
        var document = SamplePlan.In(language);
        var page = await Render(document);
        var text = PdfTools.Flat(string.Join(' ', page.Descendants<IText>().Select(node => node.Text)));

        Assert.Equal(language, page.GetAttribute("lang"));
        var at = 0;
        foreach (var words in DocumentProse.Of(document).SelectMany(words => words.Split(' ', '\n')).Where(word => word.Length > 0))
        {
            var found = text.IndexOf(words, at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"After \"{text[..at]}\" there is no \"{words}\".");
            at = found;
        }
    }

    [Fact]
    public async Task Document_WhatPeopleWrote_IsNeverMarkup()
    {
        const string Script = "<script>alert('x')</script>";
        var page = await Render(With(
            new Heading(InformationKind.Plan, 1, Script),
            new Paragraph(InformationKind.Plan, new InlineText(Script, InlineText.Strong(Script))),
            new Table(InformationKind.Plan, [Script], [new TableRow(Script)], Script),
            new GradedStepsFigure(InformationKind.Plan, Script, Script, [new StepBar(Script, 0, 50, Script)]),
            new FactList(InformationKind.Plan, [new Fact(Script, Script)]),
            new Callout(InformationKind.Plan, Script, [Script]),
            new Signatures(InformationKind.Plan, [new SignatureLine(Script, Script)])) with
        { Title = Script, Subtitle = Script, Classification = Script, Author = Script, MetaLines = [Script] });

        Assert.Empty(page.QuerySelectorAll("script"));
        Assert.Equal(Script, page.QuerySelector("h1")!.TextContent);
        Assert.Equal(Script, page.QuerySelector("svg")!.GetAttribute("aria-label"));
    }

    [Fact]
    public async Task Document_StaysWithinTheContentSecurityPolicy()
    {
        var html = await DocumentPage.Render(SamplePlan.English());

        Assert.DoesNotContain("style=", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<style", html, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\son\w+\s*=", html);
    }

    [Fact]
    public async Task Document_Headings_CloseGapsBelowTheTitle()
    {
        var page = await Render(With(
            new Heading(InformationKind.Plan, 3, "Too deep"), new Heading(InformationKind.Plan, 1, "One"), new Heading(InformationKind.Plan, 3, "Jumps")));

        Assert.Equal(["H1", "H2", "H2", "H3"], page.QuerySelectorAll("h1, h2, h3, h4").Select(heading => heading.NodeName));
    }

    [Fact]
    public async Task Document_BelowAPagesOwnHeading_BeginsLower()
    {
        var page = await Render(With(new Heading(InformationKind.Plan, 1, "One")), level: 2);

        Assert.Equal(["H2", "H3"], page.QuerySelectorAll("h1, h2, h3, h4").Select(heading => heading.NodeName));
    }

    [Fact]
    public async Task Document_Drawing_HasWordsAndATableBesideIt()
    {
        var page = await Render(SamplePlan.English());
        var figure = page.QuerySelector("figure.document-steps")!;
        var drawing = figure.QuerySelector("svg[role=img]")!;

        Assert.Equal("Four steps from 25 percent in January to between 50 and 75 percent in March.", drawing.GetAttribute("aria-label"));
        Assert.Equal(4, drawing.QuerySelectorAll("rect.document-chart-sure").Length);
        Assert.Equal(["25\u00a0%", "25–50\u00a0%", "50\u00a0%", "50–75\u00a0%"], figure.QuerySelectorAll("td:nth-child(2)").Select(cell => cell.TextContent));
    }

    [Fact]
    public async Task Document_Tables_NameTheirColumns_AndSayWhenEmpty()
    {
        var page = await Render(With(new Table(InformationKind.Plan, ["What", "Who"], [])));

        Assert.Equal(["col", "col"], page.QuerySelectorAll("th").Select(cell => cell.GetAttribute("scope")));
        Assert.Equal("Nothing noted yet", Assert.Single(page.QuerySelectorAll("td")).TextContent);
    }

    [Fact]
    public async Task Document_LineFeedsAndStrongWords_AreKept()
    {
        var page = await Render(With(new Paragraph(InformationKind.Plan, new InlineText("one\ntwo ", InlineText.Strong("three")))));

        Assert.Equal("one<br>two <strong>three</strong>", page.QuerySelector("article > p")!.InnerHtml.Trim());
    }

    [Fact]
    public void Chart_Bars_StandOnTheGroundAndReachTheirPercent()
    {
        var chart = new GradedStepsChart([new StepBar("a", 25, 75), new StepBar("b", 100, 100)], 200, 100);

        var bars = chart.Bars().ToList();

        Assert.Equal((75, 25, 50, 25), ((int)bars[0].SolidTop, (int)bars[0].SolidHeight, (int)bars[0].LightHeight, (int)bars[0].Top));
        Assert.Equal((0, 0), ((int)bars[1].LightHeight, (int)bars[1].Top));
        Assert.All(bars, bar => Assert.InRange(bar.Left + bar.Width, 0, 200));
    }
}
