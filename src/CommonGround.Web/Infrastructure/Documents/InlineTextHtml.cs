using System.Text.Encodings.Web;
using CommonGround.Domain.Documents;
using Microsoft.AspNetCore.Html;

namespace CommonGround.Web.Infrastructure.Documents;

/// <summary>Words on a page: everything encoded, line feeds as line breaks, strong words strong.</summary>
internal sealed class InlineTextHtml : IHtmlContent
{
    private readonly InlineText _text;

    private InlineTextHtml(InlineText text) => _text = text;

    public static IHtmlContent Of(InlineText text) => new InlineTextHtml(text);

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        foreach (var span in _text.Spans)
        {
            writer.Write(span.IsStrong ? "<strong>" : "");
            foreach (var (index, line) in span.Text.ReplaceLineEndings("\n").Split('\n').Index())
            {
                writer.Write(index > 0 ? "<br>" : "");
                encoder.Encode(writer, line);
            }

            writer.Write(span.IsStrong ? "</strong>" : "");
        }
    }
}
