namespace CommonGround.Domain.Invitations;

/// <summary>
/// A way in for one person who has a part in a case: a link and a code that belong together. Opening the link does nothing (mail
/// scanners open links); the code redeems it, once. Only digests are kept: whoever reads the database cannot come in.
/// </summary>
/// <remarks>Times are UTC, handed in.</remarks>
public sealed class Invitation
{
    /// <summary>Wrong codes before it locks. A new one must then be asked for.</summary>
    public const int AtMostAttempts = 5;

    /// <summary>How long a link can be used.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(14);

    /// <summary>
    /// How long the very form that redeemed one leads in when it is sent again: a second press, or a browser that heard no answer. Later it is
    /// someone else's press, on a computer that is shared.
    /// </summary>
    public static readonly TimeSpan SentAgainWithin = TimeSpan.FromMinutes(10);

    /// <summary>How long to wait before the next one can be asked for by the person themselves.</summary>
    public static readonly TimeSpan RestBetween = TimeSpan.FromMinutes(5);

    private Invitation()
    {
    }

    public Guid Id { get; private set; }

    public Guid CaseId { get; private set; }

    /// <summary>The part that it leads to.</summary>
    public Guid PartyId { get; private set; }

    /// <summary>The one person whom it signs in.</summary>
    public Guid PersonId { get; private set; }

    public InvitationWay Way { get; private set; }

    /// <summary>SHA-256 of the link's token.</summary>
    public byte[] TokenHash { get; private set; } = [];

    /// <summary>HMAC of the code under the token, which is not stored: few codes cannot be tried out on a copy of the database.</summary>
    public byte[] CodeHash { get; private set; } = [];

    public DateTime CreatedAt { get; private set; }

    public DateTime ExpiresAt { get; private set; }

    public DateTime? RedeemedAt { get; private set; }

    /// <summary>Since when it can no longer be used: a newer one took its place, or the part ended.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>The permission it rested on was withdrawn: it cannot even be asked for anew.</summary>
    public bool Withdrawn { get; private set; }

    /// <summary>Codes tried so far, right or wrong.</summary>
    public int Attempts { get; private set; }

    /// <summary>The message that carries it; null on paper.</summary>
    public Guid? MessageId { get; private set; }

    public static Invitation To(Guid id, Invited invited, InvitationSecret secret, DateTime at) => new()
    {
        Id = id,
        CaseId = invited.CaseId,
        PartyId = invited.PartyId,
        PersonId = invited.PersonId,
        Way = invited.Way,
        TokenHash = secret.TokenHash,
        CodeHash = secret.CodeHash,
        MessageId = invited.MessageId,
        CreatedAt = at,
        ExpiresAt = at + Lasts,
    };

    /// <summary>Can a code be tried on it at all?</summary>
    public bool IsOpen(DateTime at) => EndedAt is null && at < ExpiresAt && Attempts < AtMostAttempts;

    /// <summary>
    /// Uses it up. The attempt must have been counted before (atomically, by the caller), so that many guesses at once are not one.
    /// </summary>
    /// <returns><see cref="InvitationNotUsable"/> for every reason alike: a stranger learns nothing from it.</returns>
    public Outcome<Done> Redeem(ReadOnlySpan<byte> codeHash, DateTime at)
    {
        var usable = EndedAt is null && RedeemedAt is null && at < ExpiresAt && Attempts <= AtMostAttempts;
        if (!usable || !System.Security.Cryptography.CryptographicOperations.FixedTimeEquals(codeHash, CodeHash))
            return new InvitationNotUsable();

        RedeemedAt = at;
        return new Done();
    }

    /// <summary>May the invited person ask for a new one now? Also where this one is used, locked or too old.</summary>
    public Outcome<Done> MayBeRenewed(DateTime newestCreatedAt, DateTime at) =>
        Withdrawn || at < newestCreatedAt + RestBetween ? new InvitationNotUsable() : new Done();

    /// <summary>A newer one took its place.</summary>
    public void Replace(DateTime at) => EndedAt ??= at;

    /// <summary>The person's part ended.</summary>
    public void Withdraw(DateTime at)
    {
        EndedAt ??= at;
        Withdrawn = true;
    }
}

/// <summary>Whom an invitation is for, and how it reaches them.</summary>
public sealed record Invited(Guid CaseId, Guid PartyId, Guid PersonId, InvitationWay Way, Guid? MessageId);

/// <summary>What is kept of a link and its code.</summary>
public sealed record InvitationSecret(byte[] TokenHash, byte[] CodeHash);

/// <summary>How it reaches the person. The numbers are stored: never renumber.</summary>
public enum InvitationWay
{
    Mail = 1,

    /// <summary>Handed over on paper, or shown in the room.</summary>
    Paper = 2,
}

/// <summary>The link and the code do not open anything: wrong, too old, replaced, locked. Never told apart.</summary>
public sealed record InvitationNotUsable : Error;

/// <summary>It has been redeemed. Told to whoever holds the link, which cannot be guessed, so that they need not look for a mistake in the code.</summary>
public sealed record InvitationUsed : Error;

/// <summary>There is no address to send it to.</summary>
public sealed record NoMailAddress : Error;
