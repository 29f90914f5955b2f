using System.Text.Json;
using System.Text.Json.Serialization;
using CommonGround.Domain.Documents;

namespace CommonGround.Domain.Plans;

/// <summary>A line of the plan as a copy tells it.</summary>
public sealed record CopiedLine(Guid LineageId, PlanItemType Type, string Text);

/// <summary>
/// What a copy says, as it was handed over. It belongs to its receiver: they read it also when nothing more is shared with them. Nobody
/// else reads it but the citizen.
/// </summary>
public sealed class CopyContent
{
    private CopyContent()
    {
    }

    internal CopyContent(HandedOverCopy copy, Guid citizenPersonId, byte[] document, IReadOnlyList<CopiedLine> lines)
    {
        (CopyId, CaseId, RecipientPersonId, CitizenPersonId) = (copy.Id, copy.CaseId, copy.RecipientPersonId, citizenPersonId);
        (Document, LinesJson) = (document, JsonSerializer.SerializeToUtf8Bytes(lines, CopiedLinesJson.Default.IReadOnlyListCopiedLine));
    }

    public Guid CopyId { get; private set; }

    public Guid CaseId { get; private set; }

    public Guid RecipientPersonId { get; private set; }

    public Guid CitizenPersonId { get; private set; }

    /// <summary>The document's stored form: see <see cref="DocumentJson"/>.</summary>
    public byte[] Document { get; private set; } = [];

    public byte[] LinesJson { get; private set; } = [];

    /// <summary>The lines of the plan that it holds.</summary>
    public IReadOnlyList<CopiedLine> Lines() =>
        JsonSerializer.Deserialize(LinesJson, CopiedLinesJson.Default.IReadOnlyListCopiedLine) ?? [];

    /// <summary>Says the same, word for word, as this document, whenever each was composed.</summary>
    public bool Says(Document document) => Read().Match(
        mine => DocumentJson.Write(document with { CreatedAt = mine.CreatedAt }).AsSpan().SequenceEqual(Document), _ => false);

    public Outcome<Document> Read() => DocumentJson.Read(Document);
}

[JsonSerializable(typeof(IReadOnlyList<CopiedLine>))]
internal sealed partial class CopiedLinesJson : JsonSerializerContext;
