using System.Text.Json;
using System.Text.Json.Serialization;

namespace CommonGround.Domain.Documents;

/// <summary>Stored as a plain string where nothing is strong, otherwise as <c>["plain ", {"strong": "words"}]</c>.</summary>
internal sealed class InlineTextJson : JsonConverter<InlineText>
{
    private const string StrongProperty = "strong";

    /// <summary>Null is no text: it comes to <see cref="Read"/>, which refuses it.</summary>
    public override bool HandleNull => true;

    public override InlineText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
            return reader.GetString()!;
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new JsonException();
        var spans = new List<TextSpan>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            spans.Add(reader.TokenType == JsonTokenType.String ? reader.GetString()! : ReadStrong(ref reader));
        return new InlineText(spans);
    }

    private static TextSpan ReadStrong(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject
            || !reader.Read() || reader.TokenType != JsonTokenType.PropertyName || !reader.ValueTextEquals(StrongProperty)
            || !reader.Read() || reader.TokenType != JsonTokenType.String)
            throw new JsonException();
        var text = reader.GetString()!;
        if (!reader.Read() || reader.TokenType != JsonTokenType.EndObject)
            throw new JsonException();
        return InlineText.Strong(text);
    }

    public override void Write(Utf8JsonWriter writer, InlineText value, JsonSerializerOptions options)
    {
        if (value.Spans.All(span => !span.IsStrong))
        {
            writer.WriteStringValue(value.Plain);
            return;
        }

        writer.WriteStartArray();
        foreach (var span in value.Spans)
        {
            if (!span.IsStrong)
            {
                writer.WriteStringValue(span.Text);
                continue;
            }

            writer.WriteStartObject();
            writer.WriteString(StrongProperty, span.Text);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
