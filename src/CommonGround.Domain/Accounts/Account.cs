namespace CommonGround.Domain.Accounts;

/// <summary>
/// How one person signs in here: a password with an authenticator, or passkeys, which stand beside it. Who they are and what they may is
/// said elsewhere. Times are UTC, handed in.
/// </summary>
/// <remarks>Nothing here opens anything by itself: the password is kept as a slow hash, the authenticator's key sealed.</remarks>
public sealed class Account
{
    private Account()
    {
    }

    public Account(Guid personId, DateTime at) => (PersonId, CreatedAt) = (personId, at);

    public Guid PersonId { get; private set; }

    /// <summary>What the person writes when they sign in, folded (<see cref="Accounts.SignInName"/>); nobody else's. Null until there is a password.</summary>
    public string? SignInName { get; private set; }

    public string? PasswordHash { get; private set; }

    public DateTime? PasswordSetAt { get; private set; }

    /// <summary>The key that authenticator and server share, sealed with the server's keys.</summary>
    public string? AuthenticatorKey { get; private set; }

    public DateTime? AuthenticatorSetAt { get; private set; }

    /// <summary>The step of the last code that was taken: a code opens once.</summary>
    public long AuthenticatorLastStep { get; private set; }

    /// <summary>When the person was last told that the sign-in rests: once a day is enough.</summary>
    public DateTime? RestToldAt { get; private set; }

    public DateTime CreatedAt { get; private set; }

    public bool HasPassword => PasswordHash is not null;

    public bool HasAuthenticator => AuthenticatorKey is not null;

    public void SetPassword(string signInName, string hash, DateTime at) => (SignInName, PasswordHash, PasswordSetAt) = (signInName, hash, at);

    /// <summary>The same password under a newer kind of hash.</summary>
    public void Rehash(string hash) => PasswordHash = hash;

    /// <summary>A code that was taken is not taken again.</summary>
    public void TakeCode(long step) => AuthenticatorLastStep = step;

    public void SetAuthenticator(string sealedKey, long step, DateTime at) =>
        (AuthenticatorKey, AuthenticatorLastStep, AuthenticatorSetAt) = (sealedKey, step, at);

    /// <summary>Is the person to be told now that someone tried too often? Says yes once a day.</summary>
    public bool TellOfRest(DateTime at)
    {
        if (RestToldAt is { } told && at < told.AddDays(1))
            return false;

        RestToldAt = at;
        return true;
    }
}
