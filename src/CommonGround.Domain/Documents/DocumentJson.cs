using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace CommonGround.Domain.Documents;

/// <summary>
/// The stored form of a document. The same document gives the same bytes, because what was handed over is hashed as
/// stored; a member this version does not know is refused, not dropped.
/// </summary>
public static class DocumentJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        TypeInfoResolver = DocumentJsonContext.Default,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public static byte[] Write(Document document) => JsonSerializer.SerializeToUtf8Bytes(document, Options);

    public static Outcome<Document> Read(ReadOnlySpan<byte> stored)
    {
        try
        {
            var document = JsonSerializer.Deserialize<Document>(stored, Options);
            return document is not null && document.Blocks.All(block => block is not null) ? document : new DocumentUnreadable();
        }
        // What the blocks' own rules refuse comes as ArgumentException, a block of no sort as NotSupportedException.
        catch (Exception refusal) when (refusal is JsonException or ArgumentException or NotSupportedException)
        {
            return new DocumentUnreadable();
        }
    }
}

[JsonSerializable(typeof(Document))]
internal sealed partial class DocumentJsonContext : JsonSerializerContext;
