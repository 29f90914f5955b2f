namespace CommonGround.Domain.Accounts;

/// <summary>A key that a person's own device keeps and proves to have, without ever telling it.</summary>
public sealed class Passkey
{
    public required byte[] CredentialId { get; init; }

    public required Guid PersonId { get; init; }

    /// <summary>What the person calls it, to know it again.</summary>
    public required string Name { get; set; }

    public required byte[] PublicKey { get; init; }

    public required DateTime CreatedAt { get; init; }

    public DateTime? LastUsedAt { get; set; }

    /// <summary>Counted by the device; one that goes back tells of a copy.</summary>
    public required long SignCount { get; set; }

    public required string Transports { get; init; }

    public required bool IsBackupEligible { get; init; }

    public required bool IsBackedUp { get; set; }
}

/// <summary>Opens once in the place of an authenticator that was lost. Only a slow hash is kept.</summary>
public sealed class RecoveryCode
{
    public required Guid Id { get; init; }

    public required Guid PersonId { get; init; }

    /// <summary>The same for all codes that were made together, so that trying one costs one computation.</summary>
    public required byte[] Salt { get; init; }

    public required byte[] Hash { get; init; }

    public DateTime? UsedAt { get; set; }
}

/// <summary>What happened to someone's way in, told to them on their own page.</summary>
public sealed class SecurityEvent
{
    public required Guid Id { get; init; }

    /// <summary>Null where a name was tried that is nobody's: kept alike, so that both take as long.</summary>
    public Guid? PersonId { get; init; }

    public required DateTime At { get; init; }

    public required SecurityEventKind Kind { get; init; }

    public required Browser Browser { get; init; }

    public required OperatingSystemKind System { get; init; }
}

/// <summary>The numbers are stored: never renumber.</summary>
public enum SecurityEventKind
{
    SignedIn = 1,
    SignedInByPasskey = 2,
    SignedInByInvitation = 3,
    NotSignedIn = 4,
    Rested = 5,
    PasswordSet = 6,
    AuthenticatorSet = 7,
    RecoveryCodesMade = 8,
    RecoveryCodeUsed = 9,
    PasskeyAdded = 10,
    PasskeyRemoved = 11,
    SessionEnded = 12,
    OthersEnded = 13,
    SignedOut = 14,
    KeyCameBack = 15,
    ContactChanged = 16,
}

/// <summary>Tries in vain at one door: a name, a known device, a network address. Which one is kept as a digest.</summary>
public sealed class SignInTries
{
    public required byte[] Door { get; init; }

    public required int Count { get; set; }

    public required DateTime LastAt { get; set; }

    public DateTime? RestsUntil { get; set; }

    public Tries Tries => new(Count, LastAt, RestsUntil);
}
