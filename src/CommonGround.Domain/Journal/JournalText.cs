using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;
using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Journal;

/// <summary>
/// Words of a journal entry, beside the chain with a key of their own. Read through the policy like everything else; erased by
/// deleting the row, which takes key and text.
/// </summary>
public sealed class JournalText : IOnCommonGround, IInWords
{
    /// <summary>Labels of words about who has looked: why a case was opened in an emergency, what was asked about a look, the answer.</summary>
    public const string WhyOpened = "emergency", AskedAboutLook = "question", AnsweredAboutLook = "answer";

    // Three ids, the label's length and what stands between them; letters of the label take three bytes at most.
    private const int AtMostAbout = 128;

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

    /// <summary>What stands for it in the chain: for the words, and for whose they are and what.</summary>
    public byte[] Digest => DigestOf(Key, Text, CaseId, UnitId, AuthorPersonId, Label);

    public string Words => Encoding.UTF8.GetString(Text);

    // An answer to what the citizen says is not right has the kind of what that is about.
    InformationKind? IOnCommonGround.Tells => Kind == InformationKind.Feedback && Label is WhyOpened or AskedAboutLook or AnsweredAboutLook ? null : Kind;

    /// <param name="kind">Whose eyes it is for: the kind of what it tells.</param>
    public static JournalText Of(
        JournalHead head, Guid? caseId, Guid? unitId, InformationKind kind, Guid? author, string label, string words, DateTime at) => new()
        {
            Id = Ids.New(at), StreamId = head.StreamId, Position = head.Position + 1, CaseId = caseId, UnitId = unitId, Kind = kind,
            AuthorPersonId = author, Label = label, Text = Encoding.UTF8.GetBytes(words), Key = RandomNumberGenerator.GetBytes(Chain.HashBytes),
        };

    public static byte[] DigestOf(ReadOnlySpan<byte> key, ReadOnlySpan<byte> text, Guid? caseId, Guid? unitId, Guid? author, string label)
    {
        // The label's length stands before it, so that no letter can pass from label to words.
        var all = ArrayPool<byte>.Shared.Rent(AtMostAbout + 3 * label.Length + text.Length);
        try
        {
            if (!Utf8.TryWrite(all, CultureInfo.InvariantCulture, $"{caseId}|{unitId}|{author}|{label.Length}|{label}", out var about))
                throw new InvalidOperationException("What stands before the words did not fit.");
            text.CopyTo(all.AsSpan(about));
            return Chain.Digest(key, all.AsSpan(0, about + text.Length));
        }
        finally
        {
            // Whoever rents it next must not find words about someone.
            ArrayPool<byte>.Shared.Return(all, clearArray: true);
        }
    }
}
