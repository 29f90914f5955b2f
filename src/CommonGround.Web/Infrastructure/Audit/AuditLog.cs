namespace CommonGround.Web.Infrastructure.Audit;

/// <summary>The two logs that are kept as chains.</summary>
public enum AuditLog
{
    /// <summary>What was changed: a chain for each case and each unit's intake.</summary>
    Journal,

    /// <summary>What was shown: a chain for each process that wrote.</summary>
    Access,
}
