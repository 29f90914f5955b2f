using System.Text.Json.Serialization;

namespace CommonGround.Domain.Documents;

/// <summary>
/// A run of words, parts of which may be strong. There is no markup inside: what people wrote is never parsed,
/// so nobody's asterisk or angle bracket changes a document. A line feed is a line break.
/// </summary>
[JsonConverter(typeof(InlineTextJson))]
public sealed record InlineText
{
    public InlineText(params IReadOnlyList<TextSpan> spans) => Spans = [.. spans.Where(span => span.Text.Length > 0)];

    public IReadOnlyList<TextSpan> Spans { get; }

    /// <summary>The words without any emphasis.</summary>
    public string Plain => Spans.Count == 1 ? Spans[0].Text : string.Concat(Spans.Select(span => span.Text));

    public bool IsEmpty => Spans.All(span => string.IsNullOrWhiteSpace(span.Text));

    public static implicit operator InlineText(string text) => new(new TextSpan(text));

    public static TextSpan Strong(string text) => new(text, IsStrong: true);

    public bool Equals(InlineText? other) => other is not null && Spans.SequenceEqual(other.Spans);

    public override int GetHashCode() => Plain.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Plain;
}

/// <summary>Words that stand in the same weight.</summary>
public readonly record struct TextSpan(string Text, bool IsStrong = false)
{
    public static implicit operator TextSpan(string text) => new(text);
}
