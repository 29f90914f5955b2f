using CommonGround.Domain.Documents;
using CommonGround.Web.Infrastructure.Documents.Pdf;

namespace CommonGround.Web.Infrastructure.Documents.Layout;

/// <summary>A text in its place on a row.</summary>
internal sealed record Cell(InlineText Text, TextStyle Style, StructureElement Element, double Left, double Width)
{
    /// <summary>Set lower than its neighbours by this much; higher where below zero.</summary>
    public double Drop { get; init; }
}
