using System.Security.Cryptography;

namespace CommonGround.Domain.Accounts;

/// <summary>
/// One browser in which one person is signed in. The browser holds a key, which is changed now and then; only its digest is kept. It ends
/// when it is not used, when its time is over, when the person ends it, or when a key comes back that was replaced: then there are two
/// browsers, and one of them has no right to it. Times are UTC, handed in.
/// </summary>
public sealed class Session
{
    /// <summary>How old a key may become.</summary>
    public static readonly TimeSpan KeyLasts = TimeSpan.FromMinutes(15);

    /// <summary>For what was asked with the old key while the new one was on its way; and before a lost new key is sent again.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    /// <summary>How finely its use is noted: writing at each request would cost more than it tells.</summary>
    public static readonly TimeSpan UseNoted = TimeSpan.FromMinutes(1);

    /// <summary>How long a proof is fresh.</summary>
    public static readonly TimeSpan ProofLasts = TimeSpan.FromMinutes(15);

    private Session()
    {
    }

    public Guid Id { get; private set; }

    public Guid PersonId { get; private set; }

    public SessionWay Way { get; private set; }

    public Browser Browser { get; private set; }

    public OperatingSystemKind System { get; private set; }

    /// <summary>SHA-256 of the key.</summary>
    public byte[] KeyHash { get; private set; } = [];

    /// <summary>Of the key that was sent to take its place, and was not seen yet.</summary>
    public byte[]? NextKeyHash { get; private set; }

    public DateTime? NextKeySentAt { get; private set; }

    /// <summary>Of the key before, which is taken a little longer.</summary>
    public byte[]? PreviousKeyHash { get; private set; }

    public DateTime KeySince { get; private set; }

    public DateTime BeganAt { get; private set; }

    public DateTime LastUsedAt { get; private set; }

    public int IdleMinutes { get; private set; }

    /// <summary>Whatever happens, it ends then.</summary>
    public DateTime EndsAt { get; private set; }

    /// <summary>When the person last showed, by their own means, that it is them: what is asked for before those means are changed.</summary>
    public DateTime? ProvedAt { get; private set; }

    public DateTime? EndedAt { get; private set; }

    public static Session Begin(Guid id, Guid personId, SessionWay way, Device device, byte[] keyHash, SessionLimits limits, bool proved, DateTime at) => new()
    {
        Id = id,
        PersonId = personId,
        Way = way,
        Browser = device.Browser,
        System = device.System,
        KeyHash = keyHash,
        KeySince = at,
        BeganAt = at,
        LastUsedAt = at,
        IdleMinutes = limits.IdleMinutes,
        EndsAt = at + limits.AtMost,
        ProvedAt = proved ? at : null,
    };

    public static byte[] Digest(ReadOnlySpan<byte> key) => SHA256.HashData(key);

    public bool IsAlive(DateTime at) => EndedAt is null && at < EndsAt && at < LastUsedAt.AddMinutes(IdleMinutes);

    /// <summary>May the person change how they sign in? Only shortly after they showed that it is them.</summary>
    public bool IsFreshlyProved(DateTime at) => at < ProvedAt + ProofLasts;

    /// <summary>What a browser with this key is to be told.</summary>
    public SessionAnswer Answer(ReadOnlySpan<byte> keyHash, DateTime at)
    {
        if (!IsAlive(at))
            return SessionAnswer.Over;
        if (CryptographicOperations.FixedTimeEquals(keyHash, KeyHash))
            return at < KeySince + KeyLasts ? SessionAnswer.Goes : at < NextKeySentAt + Grace ? SessionAnswer.Goes : SessionAnswer.NeedsNewKey;
        if (NextKeyHash is not null && CryptographicOperations.FixedTimeEquals(keyHash, NextKeyHash))
            return SessionAnswer.HasNewKey;

        var late = PreviousKeyHash is not null && at < KeySince + Grace && CryptographicOperations.FixedTimeEquals(keyHash, PreviousKeyHash);
        return late ? SessionAnswer.Goes : SessionAnswer.KeyCameBack;
    }
}

/// <summary>What comes of a key that a browser shows.</summary>
public enum SessionAnswer
{
    Goes,

    /// <summary>It goes, and a new key is to be sent along.</summary>
    NeedsNewKey,

    /// <summary>It goes: the new key has arrived and takes the old one's place.</summary>
    HasNewKey,

    /// <summary>Ended, unused for too long, or at its last hour.</summary>
    Over,

    /// <summary>A key that was replaced: someone has a copy. The session is ended.</summary>
    KeyCameBack,
}

/// <summary>How a session began. The numbers are stored: never renumber.</summary>
public enum SessionWay
{
    Demo = 1,
    Invitation = 2,
    Password = 3,
    Passkey = 4,
}

/// <summary>How long a session lasts without use, and at most.</summary>
public sealed record SessionLimits(int IdleMinutes, TimeSpan AtMost);

/// <summary>For whom the limits of a session differ.</summary>
public enum SessionGroup
{
    Demo,
    Professional,
    Supervisor,
    Citizen,
}
