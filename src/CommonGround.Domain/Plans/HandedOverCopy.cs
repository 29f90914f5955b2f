using CommonGround.Domain.Cases;
using CommonGround.Domain.Documents;
using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Plans;

/// <summary>What a copy is of. The numbers are stored: never renumber.</summary>
public enum CopyOf
{
    Plan = 1,
    Minutes = 2,
}

/// <summary>
/// That a dated copy was given to someone: who got what, when, in which language, and when they opened it. It stays with its receiver
/// whatever is withdrawn later. What it says is <see cref="CopyContent"/>.
/// </summary>
public sealed class HandedOverCopy : IOnCommonGround
{
    private HandedOverCopy()
    {
    }

    public Guid Id { get; private set; }

    public Guid CaseId { get; private set; }

    public CopyOf Of { get; private set; }

    /// <summary>Number of the plan's version, or of the version that the meeting made; null if it made none.</summary>
    public int? PlanNumber { get; private set; }

    public Guid? MeetingId { get; private set; }

    public Guid RecipientPartyId { get; private set; }

    public Guid RecipientPersonId { get; private set; }

    public PartyRole RecipientRole { get; private set; }

    /// <summary>sv, da or en: the reader's.</summary>
    public string Language { get; private set; } = "";

    /// <summary>Every kind of information that it holds.</summary>
    public IReadOnlySet<InformationKind> Kinds { get; private set; } = new HashSet<InformationKind>();

    public DateTime HandedAt { get; private set; }

    public Guid HandedByPersonId { get; private set; }

    /// <summary>When its receiver first opened it, UTC.</summary>
    public DateTime? ReceiptAt { get; private set; }

    /// <summary>When it was taken back because it was sent by mistake, UTC: from then on it does not open any more.</summary>
    public DateTime? RecalledAt { get; private set; }

    /// <summary>Who has which version is part of the plan.</summary>
    public InformationKind Kind { get; private set; } = InformationKind.Plan;

    /// <summary>Whose it is: its receiver, who finds it although they cannot open the plan itself.</summary>
    public Guid? AuthorPersonId { get; private set; }

    Guid? IOnCommonGround.CaseId => CaseId;

    Guid? IOnCommonGround.UnitId => null;

    /// <summary>Hands a document over, if its reader may have every kind that it holds: nothing is left out silently, and nothing slips in.</summary>
    /// <param name="holds">
    /// What it was composed of, item by item: parties whose names stand in it, points, agreements. A kind without an item is asked as a whole.
    /// </param>
    /// <param name="lines">Lines of the plan that it holds, by lineage: what its receiver can take a stance on.</param>
    /// <returns>The copy with its content, or <see cref="KindNotForRecipient"/>.</returns>
    public static Outcome<(HandedOverCopy Copy, CopyContent Content)> HandOver(
        Document document, CopyOf of, int? planNumber, Guid? meetingId, Party recipient, CaseSharing sharing, SharingMatrix matrix,
        IReadOnlyCollection<HeldItem> holds, IReadOnlyList<CopiedLine> lines, Guid citizenPersonId, Guid byPersonId, DateTime at)
    {
        if (Refused(document, recipient, sharing, matrix, holds, at) is { } kind)
            return new KindNotForRecipient(recipient.Role, kind);

        var copy = new HandedOverCopy
        {
            Id = Ids.New(at), CaseId = recipient.CaseId, Of = of, PlanNumber = planNumber, MeetingId = meetingId,
            RecipientPartyId = recipient.Id, RecipientPersonId = recipient.PersonId, RecipientRole = recipient.Role,
            Language = document.Language, Kinds = document.Kinds, HandedAt = at, HandedByPersonId = byPersonId,
            AuthorPersonId = recipient.PersonId,
        };
        return (copy, new CopyContent(copy, citizenPersonId, DocumentJson.Write(document), lines));
    }

    /// <summary>Its receiver opened it. A second time keeps the first.</summary>
    public void Receive(DateTime at) => ReceiptAt ??= at;

    /// <returns>Done, or <see cref="CopyAlreadyRecalled"/>.</returns>
    public Outcome<Done> Recall(DateTime at)
    {
        if (RecalledAt is not null)
            return new CopyAlreadyRecalled();

        RecalledAt = at;
        return new Done();
    }

    /// <summary>The first kind that the recipient may not have as a copy; null if they may have it all.</summary>
    public static InformationKind? Refused(
        Document document, Party recipient, CaseSharing sharing, SharingMatrix matrix, IReadOnlyCollection<HeldItem> holds, DateTime at)
    {
        foreach (var kind in document.Kinds)
        {
            var items = holds.Where(h => h.Kind == kind).Select(h => (Guid?)h.ItemId).DefaultIfEmpty();
            if (items.Any(item => !SharingPolicy.Decide(sharing, matrix, new SharingQuestion(
                recipient.PersonId, kind, Purpose.ReadCopy, at, SharingWay.HandOver, item, PartyId: recipient.Id)).Permitted))
            {
                return kind;
            }
        }

        return null;
    }
}

/// <summary>An item that stands in a document: one that was put before its reader, or a party who is named.</summary>
public sealed record HeldItem(InformationKind Kind, Guid ItemId)
{
    /// <summary>To a workplace, names are shown person by person.</summary>
    public static HeldItem Name(Guid partyId) => new(InformationKind.Contact, partyId);
}

/// <summary>The copy holds a kind that its reader may not have: it is not handed over.</summary>
public sealed record KindNotForRecipient(PartyRole Role, InformationKind Kind) : Error;

public sealed record CopyAlreadyRecalled : Error;

/// <summary>Its reader holds a copy that says the very same, since then (UTC): a second one would only be in the way.</summary>
public sealed record CopyAlreadyHeld(DateTime Since) : Error;

/// <summary>A copy of the plan leaves when the citizen stands behind all that it says.</summary>
public sealed record CitizenHasNotSaidYes : Error;

/// <summary>Nothing in the plan is for this reader.</summary>
public sealed record NothingForRecipient : Error;
