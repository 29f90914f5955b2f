using System.Data.Common;

namespace CommonGround.Web.Infrastructure.Audit;

/// <summary>
/// How the entries of one log are read back and held against their bytes. Rows come in order of chain and position; an entry with several
/// texts or people comes as several rows, so that one statement, and one moment, gives all.
/// </summary>
internal abstract class EntryReader
{
    /// <summary>The first columns are chain, position, entry and hash.</summary>
    public abstract string Entries { get; }

    /// <summary>How many rows stand beside the entries.</summary>
    public abstract string CountBeside { get; }

    /// <summary>Chain and position of the first row that stands beside no entry.</summary>
    public abstract string Stray { get; }

    /// <summary>The column that names the chain, in <see cref="Entries"/> and in the others.</summary>
    public abstract (string InEntries, string Elsewhere) ChainColumn { get; }

    /// <summary>How many rows stood beside the entries read so far.</summary>
    public long Beside { get; protected set; }

    public static EntryReader For(AuditLog log) => log == AuditLog.Journal ? new JournalReader() : new AccessReader();

    /// <summary>Keeps what the columns of an entry say, from its first row.</summary>
    public abstract void Begin(DbDataReader row, Guid chain, long position, byte[] entry);

    /// <summary>Keeps what stands beside the entry in this row, if anything does.</summary>
    public abstract void Attach(DbDataReader row);

    /// <summary>What the columns and the rows beside the entry say otherwise than its bytes.</summary>
    public abstract AuditFlaw? Compare();

    protected static Guid? GuidOrNull(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetGuid(column);

    protected static DateTime Utc(DbDataReader row, int column) => DateTime.SpecifyKind(row.GetDateTime(column), DateTimeKind.Utc);
}
