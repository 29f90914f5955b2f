using CommonGround.Domain.Invitations;

namespace CommonGround.Domain.Accounts;

/// <summary>
/// A way in for one person who works here, given by whoever runs the product: to begin with, and when someone has lost every way of their
/// own. A link and a code that belong together, as for those invited to a case. Times are UTC, handed in.
/// </summary>
public sealed class AccountInvitation
{
    private AccountInvitation()
    {
    }

    public AccountInvitation(Guid id, Guid personId, InvitationSecret secret, DateTime at)
    {
        (Id, PersonId, TokenHash, CodeHash) = (id, personId, secret.TokenHash, secret.CodeHash);
        (CreatedAt, ExpiresAt) = (at, at + Invitation.Lasts);
    }

    public Guid Id { get; private set; }

    public Guid PersonId { get; private set; }

    public byte[] TokenHash { get; private set; } = [];

    public byte[] CodeHash { get; private set; } = [];

    public DateTime CreatedAt { get; private set; }

    public DateTime ExpiresAt { get; private set; }

    public DateTime? EndedAt { get; private set; }

    public int Attempts { get; private set; }
}
