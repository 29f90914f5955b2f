using CommonGround.Domain.Documents;

namespace CommonGround.Web.Tests.Documents;

/// <summary>The words of a document in the order they are to be read, found without any renderer's help.</summary>
internal static class DocumentProse
{
    public static IEnumerable<string> Of(Document document) =>
        new[] { document.Title, document.Subtitle }.Concat(document.MetaLines).Append(document.Author).OfType<string>()
            .Concat(document.Blocks.SelectMany(Of));

    private static IEnumerable<string> Of(Block block) => block switch
    {
        Heading heading => [heading.Text],
        Paragraph paragraph => [paragraph.Text.Plain],
        ItemList list => list.Items.Select(item => item.Plain),
        FactList facts => facts.Facts.SelectMany(fact => new[] { fact.Term, fact.Definition.Plain }),
        Table table => Captioned(table).Concat(table.Header).Concat(table.Rows.SelectMany(row => row.Cells.Select(cell => cell.Plain))),
        Callout callout => new[] { callout.Title }.OfType<string>().Concat(callout.Paragraphs.Select(text => text.Plain)),
        GradedStepsFigure figure => figure.Steps.SelectMany(step => new[] { step.Label, step.Note }).OfType<string>().Prepend(figure.Caption),
        Signatures signatures => signatures.Lines.SelectMany(line => new[] { line.Label, line.Signed }).OfType<string>(),
        _ => [],
    };

    private static string[] Captioned(Table table) => table.Caption is null ? [] : [table.Caption];
}
