using System.Buffers;
using System.Text.Json;
using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Journal;

/// <summary>What was changed: one link of a case's (or a unit intake's) chain.</summary>
public sealed class JournalEntry
{
    /// <summary>In the bytes. Before 2, the digest of a text stood for its words alone.</summary>
    public const int Version = 2;

    private JournalEntry()
    {
    }

    /// <summary>The case, or the unit for its intake.</summary>
    public Guid StreamId { get; private set; }

    /// <summary>From 1, without gaps.</summary>
    public long Position { get; private set; }

    /// <summary>The stored bytes that the hash covers: ids, names of events and digests; nothing about a person in words.</summary>
    public byte[] Entry { get; private set; } = [];

    public byte[] Hash { get; private set; } = [];

    // Beside the bytes, for lists. Verification holds them against the bytes.
    public string Event { get; private set; } = "";

    public DateTime At { get; private set; }

    public Guid ActorPersonId { get; private set; }

    /// <param name="erased">What this entry excuses from being there; null for everything but an erasure.</param>
    public static JournalEntry Next(JournalHead head, string @event, DateTime at, Actor by, IReadOnlyList<JournalText> texts, Erasure? erased = null)
    {
        var position = head.Position + 1;
        var bytes = Write(head.StreamId, position, @event, at, by, texts, erased);
        var entry = new JournalEntry
        {
            StreamId = head.StreamId, Position = position, Entry = bytes, Hash = Chain.Hash(head.Hash, position, bytes),
            Event = @event, At = at, ActorPersonId = by.PersonId,
        };
        head.MoveTo(entry);
        return entry;
    }

    /// <summary>In which part it was done, as the bytes say; null where they do not: outside a case, or before it was written down.</summary>
    public PartyRole? ActedAs()
    {
        using var json = JsonDocument.Parse(Entry);
        return json.RootElement.TryGetProperty("role", out var role) && Enum.TryParse<PartyRole>(role.GetString(), out var known) ? known : null;
    }

    private static byte[] Write(Guid stream, long position, string @event, DateTime at, Actor by, IReadOnlyList<JournalText> texts, Erasure? erased)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("v", Version);
            json.WriteString("stream", stream);
            json.WriteNumber("position", position);
            json.WriteString("event", @event);
            json.WriteString("at", at.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", System.Globalization.CultureInfo.InvariantCulture));
            json.WriteString("actor", by.PersonId);
            json.WriteString("hat", by.Hat.ToString());
            if (by.Role is { } role)
                json.WriteString("role", role.ToString());
            json.WriteString("purpose", by.Purpose.ToString());
            json.WriteString("command", by.CommandId);
            json.WriteStartArray("texts");
            foreach (var text in texts)
            {
                json.WriteStartObject();
                json.WriteString("id", text.Id);
                json.WriteString("kind", text.Kind.ToString());
                json.WriteBase64String("digest", text.Digest);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            if (erased is not null)
                Write(json, erased);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter json, Erasure erased)
    {
        json.WriteStartObject("erased");
        json.WriteString("basis", erased.Basis);
        json.WriteNumber("rows", erased.Rows);
        json.WriteStartArray("texts");
        foreach (var text in erased.Texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}

/// <summary>What was erased, and on which legal basis: written into the chain, it alone excuses words that are missing beside it.</summary>
/// <param name="Basis">A key of <c>content/rules</c>.</param>
/// <param name="Rows">How many rows of common ground went, words of the journal among them.</param>
/// <param name="Texts">Ids of the journal's words that went.</param>
public sealed record Erasure(string Basis, int Rows, IReadOnlyList<Guid> Texts)
{
    /// <summary>The name of its entry in the journal.</summary>
    public const string Event = "Erased";
}

/// <summary>Who does it, in which hat, for what, by which command.</summary>
/// <param name="PartyId">Their part in the case, where they have one: of several, the one that they chose.</param>
/// <param name="Role">What that part is.</param>
public sealed record Actor(Guid PersonId, Hat Hat, Purpose Purpose, Guid CommandId, Guid? PartyId = null, PartyRole? Role = null);
