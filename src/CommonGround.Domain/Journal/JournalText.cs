using System.Security.Cryptography;
using System.Text;
using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Journal;

/// <summary>
/// Words of a journal entry, beside the chain with a key of their own. Read through the policy like everything else; erased by
/// deleting the row, which takes key and text.
/// </summary>
public sealed class JournalText : IOnCommonGround, IInWords
{
    private JournalText()
    {
    }

    public Guid Id { get; private set; }

    public Guid StreamId { get; private set; }

    public long Position { get; private set; }

    public Guid? CaseId { get; private set; }

    public Guid? UnitId { get; private set; }

    public InformationKind Kind { get; private set; }

    public Guid? AuthorPersonId { get; private set; }

    /// <summary>What the words are, e.g. the name of a field: stable, for the page to word.</summary>
    public string Label { get; private set; } = "";

    public byte[] Text { get; private set; } = [];

    public byte[] Key { get; private set; } = [];

    public byte[] Digest => Chain.Digest(Key, Text);

    public string Words => Encoding.UTF8.GetString(Text);

    /// <param name="kind">Whose eyes it is for: the kind of what it tells.</param>
    public static JournalText Of(
        JournalHead head, Guid? caseId, Guid? unitId, InformationKind kind, Guid? author, string label, string words, DateTime at) => new()
        {
            Id = Ids.New(at), StreamId = head.StreamId, Position = head.Position + 1, CaseId = caseId, UnitId = unitId, Kind = kind,
            AuthorPersonId = author, Label = label, Text = Encoding.UTF8.GetBytes(words), Key = RandomNumberGenerator.GetBytes(Chain.HashBytes),
        };
}
