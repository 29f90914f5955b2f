using System.Buffers;
using System.Globalization;
using System.Text.Json;
using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Journal;

/// <summary>What was shown about one person: of which case, which kinds.</summary>
/// <param name="PersonId">Whose information it is.</param>
/// <param name="CaseId">Null for a unit's intake.</param>
/// <param name="Kinds">A bit for each <see cref="InformationKind"/>: 1 &lt;&lt; kind.</param>
public sealed record Disclosed(Guid PersonId, Guid? CaseId, int Kinds);

/// <summary>One request: who looked, at what, for what, and whether it was permitted.</summary>
/// <param name="What">Name of the page or document, e.g. <c>Cases/Plan</c>; worded for people by the page that shows it.</param>
public sealed record Access(
    DateTime At, Guid ViewerPersonId, PartyRole? Role, Hat Hat, Purpose Purpose, string What, bool Permitted, IReadOnlyList<Disclosed> People);

/// <summary>What was shown: one link of the chain that one writing process keeps.</summary>
public sealed class AccessEntry
{
    private AccessEntry()
    {
    }

    /// <summary>The process that wrote it: each run has a chain of its own.</summary>
    public Guid WriterId { get; private set; }

    public long Position { get; private set; }

    public byte[] Entry { get; private set; } = [];

    public byte[] Hash { get; private set; } = [];

    // Beside the bytes, for the citizen's list. Verification holds them against the bytes.
    public DateTime At { get; private set; }

    public Guid ViewerPersonId { get; private set; }

    public PartyRole? Role { get; private set; }

    public Purpose Purpose { get; private set; }

    public string What { get; private set; } = "";

    public bool Permitted { get; private set; }

    public List<AccessSubject> People { get; private set; } = [];

    public static AccessEntry Next(Guid writerId, long previousPosition, byte[] previousHash, Access access)
    {
        var position = previousPosition + 1;
        var buffer = new ArrayBufferWriter<byte>(512);
        Write(buffer, writerId, position, access);
        var bytes = buffer.WrittenSpan.ToArray();
        return new AccessEntry
        {
            WriterId = writerId, Position = position, Entry = bytes, Hash = Chain.Hash(previousHash, position, bytes),
            At = access.At, ViewerPersonId = access.ViewerPersonId, Role = access.Role, Purpose = access.Purpose, What = access.What,
            Permitted = access.Permitted,
            People = [.. access.People.Select((p, i) => new AccessSubject(writerId, position, i, p))],
        };
    }

    /// <summary>The bytes that stand for what the columns beside them say: what verification holds stored bytes against.</summary>
    public static void Write(IBufferWriter<byte> to, Guid writer, long position, Access access)
    {
        using var json = new Utf8JsonWriter(to);
        json.WriteStartObject();
        json.WriteNumber("v", 1);
        json.WriteString("writer", writer);
        json.WriteNumber("position", position);
        json.WriteString("at", access.At.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture));
        json.WriteString("viewer", access.ViewerPersonId);
        json.WriteString("role", access.Role?.ToString() ?? "");
        json.WriteString("hat", access.Hat.ToString());
        json.WriteString("purpose", access.Purpose.ToString());
        json.WriteString("what", access.What);
        json.WriteBoolean("permitted", access.Permitted);
        json.WriteStartArray("people");
        foreach (var person in access.People)
        {
            json.WriteStartArray();
            json.WriteStringValue(person.PersonId);
            if (person.CaseId is { } caseId)
                json.WriteStringValue(caseId);
            else
                json.WriteStringValue("");
            json.WriteNumberValue(person.Kinds);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}

/// <summary>One person that one access entry is about.</summary>
public sealed class AccessSubject
{
    private AccessSubject()
    {
    }

    internal AccessSubject(Guid writerId, long position, int ordinal, Disclosed disclosed)
    {
        WriterId = writerId;
        Position = position;
        Ordinal = ordinal;
        PersonId = disclosed.PersonId;
        CaseId = disclosed.CaseId;
        Kinds = disclosed.Kinds;
    }

    public Guid WriterId { get; private set; }

    public long Position { get; private set; }

    public int Ordinal { get; private set; }

    public Guid PersonId { get; private set; }

    public Guid? CaseId { get; private set; }

    public int Kinds { get; private set; }
}
