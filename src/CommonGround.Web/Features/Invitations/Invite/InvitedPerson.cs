using CommonGround.Domain.Cases;
using CommonGround.Domain.Invitations;
using CommonGround.Domain.Sharing;

namespace CommonGround.Web.Features.Invitations.Invite;

/// <summary>Someone who can be invited, and how far their invitation has come.</summary>
public sealed record InvitedPerson(
    Guid PartyId, PartyRole Role, ContactDetails Contact, InvitationState State, DateTime? At, DateTime? Until, ComingIn ComingIn)
{
    public string Name => Contact.Name;

    public string? Email => Contact.Email;

    public string Language => Contact.Language;

    public static InvitedPerson Of(Party party, Invitation? latest, DateTime now, ComingIn comingIn)
    {
        var state = latest switch
        {
            null => InvitationState.None,
            { RedeemedAt: not null } => InvitationState.Redeemed,
            _ when latest.IsOpen(now) => InvitationState.Waiting,
            { EndedAt: not null } => InvitationState.TakenBack,
            _ when latest.Attempts >= Invitation.AtMostAttempts => InvitationState.Locked,
            _ => InvitationState.TooOld,
        };
        var at = state == InvitationState.Redeemed ? latest!.RedeemedAt : latest?.CreatedAt;
        return new InvitedPerson(party.Id, party.Role, ContactDetails.Of(party.Person!), state, at, latest?.ExpiresAt, comingIn);
    }
}

/// <summary>How far an invitation has come.</summary>
public enum InvitationState
{
    None,
    Waiting,
    Redeemed,
    TooOld,
    Locked,
    TakenBack,
}
