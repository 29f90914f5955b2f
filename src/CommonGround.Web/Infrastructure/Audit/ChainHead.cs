using System.Data.Common;

namespace CommonGround.Web.Infrastructure.Audit;

/// <summary>Where a chain ends, as its head says.</summary>
/// <param name="Position">How many entries it has.</param>
public sealed record ChainHead(AuditLog Log, Guid Chain, long Position, byte[] Hash)
{
    /// <summary>The heads of some chains, in order.</summary>
    internal static List<ChainHead> Read(DbConnection connection, DbTransaction transaction, ChainRange range)
    {
        var (table, chain) = range.Log == AuditLog.Journal ? ("journal_head", "stream_id") : ("access_head", "writer_id");
        using var command = range.Ask(connection, transaction, $"select {chain}, position, hash from {table} where {{range}} order by {chain}", chain);
        using var reader = command.ExecuteReader();
        var heads = new List<ChainHead>();
        while (reader.Read())
            heads.Add(new ChainHead(range.Log, reader.GetGuid(0), reader.GetInt64(1), reader.GetFieldValue<byte[]>(2)));
        return heads;
    }
}
