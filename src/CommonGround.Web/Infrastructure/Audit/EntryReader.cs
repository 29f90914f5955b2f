using System.Data.Common;

namespace CommonGround.Web.Infrastructure.Audit;

/// <summary>
/// How the entries of one log are read back and held against their bytes. Rows come in order of chain and position; an entry with several
/// texts or people comes as several rows, so that one statement, and one moment, gives all.
/// </summary>
/// <param name="log">The table of the entries.</param>
/// <param name="beside">The table of what stands beside them.</param>
/// <param name="chain">The column that names the chain, in both.</param>
internal abstract class EntryReader(string log, string beside, string chain)
{
    /// <summary>The first columns are chain, position, entry and hash.</summary>
    public abstract string Entries { get; }

    /// <summary>How many rows stand beside the entries.</summary>
    public string CountBeside => $"select count(*) from {beside} where {{range}}";

    /// <summary>Chain and position of the first row that stands beside no entry.</summary>
    public string Stray => $$"""
        select {{chain}}, position from {{beside}} b
        where {range} and not exists (select 1 from {{log}} e where e.{{chain}} = b.{{chain}} and e.position = b.position)
        order by {{chain}}, position limit 1
        """;

    /// <summary>The column that names the chain, in <see cref="Entries"/> and in the others.</summary>
    public (string InEntries, string Elsewhere) ChainColumn => ($"e.{chain}", chain);

    /// <summary>How many rows stood beside the entries read so far.</summary>
    public long Beside { get; protected set; }

    public static EntryReader For(AuditLog log) => log == AuditLog.Journal ? new JournalReader() : new AccessReader();

    /// <summary>Reads ahead what later entries say of earlier ones.</summary>
    public virtual void Prepare(ChainRange range, DbConnection connection, DbTransaction transaction)
    {
    }

    /// <summary>Keeps what the columns of an entry say, from its first row.</summary>
    public abstract void Begin(DbDataReader row, Guid chain, long position, byte[] entry);

    /// <summary>Keeps what stands beside the entry in this row, if anything does.</summary>
    public abstract void Attach(DbDataReader row);

    /// <summary>What the columns and the rows beside the entry say otherwise than its bytes.</summary>
    public abstract AuditFlaw? Compare();

    protected static Guid? GuidOrNull(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetGuid(column);

    protected static DateTime Utc(DbDataReader row, int column) => DateTime.SpecifyKind(row.GetDateTime(column), DateTimeKind.Utc);
}
