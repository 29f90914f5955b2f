using System.Globalization;
using System.Text;
using CommonGround.Domain.Documents;

namespace CommonGround.Web.Infrastructure.Documents;

/// <summary>
/// A document as plain text, ready to paste into a record system: no markup, nothing wrapped (the receiving field does
/// that), tables as lines that can be read without columns.
/// </summary>
internal sealed class DocumentText
{
    private readonly StringBuilder _text = new();
    private readonly DocumentWords _words;
    private readonly HeadingLevels _levels = new();

    private DocumentText(DocumentWords words) => _words = words;

    /// <param name="carriageReturns">For systems that want CR LF at line ends.</param>
    public static string Write(Document document, DocumentWords words, bool carriageReturns = false)
    {
        var writer = new DocumentText(words);
        writer.Head(document);
        foreach (var block in document.Blocks)
            writer.Add(block);
        if (!string.IsNullOrWhiteSpace(document.Classification))
            writer.Line($"\n{document.Classification}");
        var text = writer._text.ToString();
        return carriageReturns ? text.ReplaceLineEndings("\r\n") : text.ReplaceLineEndings("\n");
    }

    private void Head(Document document)
    {
        Line(_words.Capitals(document.Title));
        foreach (var line in document.MetaLines.Prepend(document.Subtitle).Append(_words.Byline(document)))
        {
            if (!string.IsNullOrWhiteSpace(line))
                Line(line);
        }
    }

    private void Add(Block block)
    {
        switch (block)
        {
            case Heading heading:
                Add(heading.Text, _levels.Next(heading.Level));
                break;
            case Paragraph { Tone: Tone.Voice } voice:
                Line($"\n\"{voice.Text.Plain}\"");
                break;
            case Paragraph paragraph:
                Line($"\n{paragraph.Text.Plain}");
                break;
            case ItemList list:
                Lines(list.Items.Select((item, index) =>
                    list.Numbered ? string.Create(CultureInfo.InvariantCulture, $"{index + 1}. {item.Plain}") : $"- {item.Plain}"));
                break;
            case FactList facts:
                Lines(facts.Facts.Select(fact => $"{fact.Term}: {fact.Definition.Plain}"));
                break;
            case Table table:
                Add(table);
                break;
            case Callout callout:
                Lines(new[] { callout.Title }.Concat(callout.Paragraphs.Select(text => text.Plain)).Where(text => !string.IsNullOrWhiteSpace(text))!);
                break;
            case GradedStepsFigure figure:
                Lines([figure.Caption, figure.AlternativeText]);
                Add(GradedStepsTable.Of(figure, _words));
                break;
            case Signatures signatures:
                Lines(signatures.Lines.Select(line => $"{line.Label}: {line.Signed ?? $"____________________ ({_words.ToSign})"}"));
                break;
        }
    }

    private void Add(string heading, int level)
    {
        Line($"\n{(level == 1 ? _words.Capitals(heading) : heading)}");
        if (level == 2)
            Line(new string('-', Math.Min(heading.Length, 60)));
    }

    private void Add(Table table)
    {
        var rows = table.Rows.Select(row => "- " + string.Join(" / ", table.Header
            .Select((name, column) => (Name: name, Text: row.Cell(column)))
            .Where(cell => !cell.Text.IsEmpty)
            .Select(cell => cell.Name.Length == 0 ? cell.Text.Plain : $"{cell.Name}: {cell.Text.Plain}")));
        var caption = string.IsNullOrWhiteSpace(table.Caption) ? string.Join(" / ", table.Header) : table.Caption;
        Lines(table.Rows.Count == 0 ? [$"{caption}: {_words.EmptyTable}"] : string.IsNullOrWhiteSpace(table.Caption) ? rows : rows.Prepend($"{caption}:"));
    }

    private void Lines(IEnumerable<string> lines)
    {
        _text.Append('\n');
        foreach (var line in lines)
            Line(line);
    }

    private void Line(string line) => _text.Append(line).Append('\n');
}
