using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Cases;

/// <summary>How a question about a yes stands. The numbers are stored: never renumber.</summary>
public enum ConsentRequestState
{
    Open = 1,
    SaidYes = 2,
    SaidNo = 3,

    /// <summary>By who asked, or because they asked anew.</summary>
    TakenBack = 4,
}

/// <summary>
/// The coordinator asks the citizen for a yes, or for a change of one, to somebody who takes part. It opens nothing: only the citizen's
/// own answer does.
/// </summary>
public sealed class ConsentRequest : IOnCommonGround
{
    public const int LongestWhy = 500;

    private ConsentRequest()
    {
    }

    public Guid Id { get; private set; }

    public Guid CaseId { get; private set; }

    public Guid RecipientPartyId { get; private set; }

    /// <summary>All that is asked for, what stands already among it.</summary>
    public IReadOnlySet<InformationKind> Kinds { get; private set; } = new HashSet<InformationKind>();

    public IReadOnlySet<Purpose> Purposes { get; private set; } = new HashSet<Purpose>();

    public DateOnly LastDay { get; private set; }

    /// <summary>Why, in the words of who asks: read by the citizen.</summary>
    public string Why { get; private set; } = "";

    public Guid AskedByPersonId { get; private set; }

    public DateTime AskedAt { get; private set; }

    public ConsentRequestState State { get; private set; } = ConsentRequestState.Open;

    public DateTime? AnsweredAt { get; private set; }

    /// <summary>The yes that answered it.</summary>
    public Guid? ConsentId { get; private set; }

    public InformationKind Kind { get; private set; } = InformationKind.Contact;

    Guid? IOnCommonGround.CaseId => CaseId;

    Guid? IOnCommonGround.UnitId => null;

    Guid? IOnCommonGround.AuthorPersonId => AskedByPersonId;

    /// <returns>The question, or <see cref="ConsentWithoutKinds"/>, <see cref="ConsentWithoutPurpose"/>, <see cref="NoReasonGiven"/>.</returns>
    public static Outcome<ConsentRequest> Ask(
        Guid caseId, Party recipient, IReadOnlySet<InformationKind> kinds, IReadOnlySet<Purpose> purposes, DateOnly lastDay, string why, Guid by, DateTime at)
    {
        if (kinds.Count == 0)
            return new ConsentWithoutKinds();
        if (purposes.Count == 0)
            return new ConsentWithoutPurpose();
        if (why.Trim() is not { Length: > 0 and <= LongestWhy } words)
            return new NoReasonGiven();

        return new ConsentRequest
        {
            Id = Ids.New(at), CaseId = caseId, RecipientPartyId = recipient.Id, Kinds = kinds, Purposes = purposes, LastDay = lastDay, Why = words,
            AskedByPersonId = by, AskedAt = at,
        };
    }

    public Outcome<Done> SayYes(Consent consent, DateTime at) => Answer(ConsentRequestState.SaidYes, at, consent.Id);

    /// <summary>A no changes nothing of what stands, and need not be explained.</summary>
    public Outcome<Done> SayNo(DateTime at) => Answer(ConsentRequestState.SaidNo, at);

    public Outcome<Done> TakeBack(DateTime at) => Answer(ConsentRequestState.TakenBack, at);

    private Outcome<Done> Answer(ConsentRequestState state, DateTime at, Guid? consentId = null)
    {
        if (State != ConsentRequestState.Open)
            return new AlreadyAnswered();

        (State, AnsweredAt, ConsentId) = (state, at, consentId);
        return new Done();
    }
}
