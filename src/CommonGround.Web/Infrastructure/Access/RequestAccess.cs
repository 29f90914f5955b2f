using CommonGround.Domain.Cases;
using CommonGround.Domain.Journal;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure.Changes;

namespace CommonGround.Web.Infrastructure.Access;

/// <summary>Who makes this request, in which part, for what: decided once, before the page runs.</summary>
public sealed record RequestAccess(Guid PersonId, Purpose Purpose, DateTime Now)
{
    public static readonly RequestAccess Nobody = new(Guid.Empty, Purpose.Operation, DateTime.MinValue);

    /// <summary>The case the request is in, if it is in one.</summary>
    public CaseView? InCase { get; init; }

    /// <summary>The membership the request acts under, if it is in a unit.</summary>
    public Membership? InUnit { get; init; }

    /// <summary>Whether the viewer works in a unit, where that is known without asking again.</summary>
    public MyWork? Work { get; init; }

    /// <summary>Where they are led instead: to choose in which of their parts they act, or where this form led when it was taken. Null where the page runs.</summary>
    public string? GoesTo { get; init; }

    /// <summary>Where a form was sent, which is the same one there when it is sent again, and nowhere else; empty where none was.</summary>
    public string Address { get; init; } = "";

    public Actor Acting(Guid commandId)
    {
        var command = SentAgain.At(commandId, Address);
        return InCase is { } part
            ? new(PersonId, part.Hat, Purpose, command, part.PartyId == Guid.Empty ? null : part.PartyId, part.Role)
            : new(PersonId, Hat.Support, Purpose, command);
    }
}

/// <summary>A case as one viewer stands to it.</summary>
/// <param name="PartyId">The part that they act in; empty where they have opened the case in an emergency.</param>
/// <param name="Kinds">The whole kinds the viewer may read here now, in this part, for the request's purpose.</param>
public sealed record CaseView(
    Guid CaseId, Guid CitizenPersonId, string Country, Guid PartyId, PartyRole Role, bool Treats, Hat Hat, IReadOnlySet<InformationKind> Kinds)
{
    /// <summary>All parts that they have here, the one that they act in among them: several are several hats, worn one at a time.</summary>
    public IReadOnlyList<OwnPart> Parts { get; init; } = [];

    /// <summary>For what they may see anything here: <see cref="Grant.Bit"/> of each.</summary>
    public int Purposes { get; init; }

    public bool Sees(InformationKind kind) => Kinds.Contains(kind);

    /// <summary>Whether pages for this are open to them: where not, nothing leads there.</summary>
    public bool Allows(Purpose purpose) => (Purposes & Grant.Bit(purpose)) != 0;
}

/// <summary>A part that the viewer has in a case, and the hat that goes with it.</summary>
public sealed record OwnPart(Guid PartyId, PartyRole Role, Hat Hat);

/// <summary>The request's access, for pages and handlers.</summary>
public static class RequestAccessExtensions
{
    private static readonly object Key = new();

    public static RequestAccess Access(this HttpContext context) =>
        context.Items.TryGetValue(Key, out var access) ? (RequestAccess)access! : RequestAccess.Nobody;

    /// <summary>The case of a page that declares <see cref="InCaseAttribute"/>.</summary>
    public static CaseView CaseView(this HttpContext context) =>
        context.Access().InCase ?? throw new InvalidOperationException("The page does not declare InCase.");

    internal static void SetAccess(this HttpContext context, RequestAccess access) => context.Items[Key] = access;
}
