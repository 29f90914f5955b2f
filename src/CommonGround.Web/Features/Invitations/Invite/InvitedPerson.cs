using CommonGround.Domain.Cases;
using CommonGround.Domain.Invitations;
using CommonGround.Domain.Sharing;

namespace CommonGround.Web.Features.Invitations.Invite;

/// <summary>Someone who can be invited, and how far their invitation has come.</summary>
public sealed record InvitedPerson(
    Guid PartyId, string Name, PartyRole Role, string? Email, string Language, InvitationState State, DateTime? At, DateTime? Until)
{
    public static InvitedPerson Of(Party party, Invitation? latest, DateTime now)
    {
        var state = latest switch
        {
            null => InvitationState.None,
            { RedeemedAt: not null } => InvitationState.Redeemed,
            _ when latest.IsOpen(now) => InvitationState.Waiting,
            _ when latest.Attempts >= Invitation.AtMostAttempts => InvitationState.Locked,
            _ => InvitationState.TooOld,
        };
        var at = state == InvitationState.Redeemed ? latest!.RedeemedAt : latest?.CreatedAt;
        return new InvitedPerson(
            party.Id, party.Person!.Name, party.Role, party.Person.Email, party.Person.Language, state, at, latest?.ExpiresAt);
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
}
