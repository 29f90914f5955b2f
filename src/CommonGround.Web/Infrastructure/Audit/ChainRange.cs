using System.Data.Common;

namespace CommonGround.Web.Infrastructure.Audit;

/// <summary>Chains that lie side by side in one log: what one reader walks.</summary>
/// <param name="Before">The first chain that belongs to the next reader; null for the last.</param>
internal sealed record ChainRange(AuditLog Log, Guid From, Guid? Before)
{
    public static ChainRange Whole(AuditLog log) => new(log, Guid.Empty, null);

    /// <summary>A command whose statement has <c>{range}</c> in place of its condition.</summary>
    public DbCommand Ask(DbConnection connection, DbTransaction transaction, string sql, string chain)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandTimeout = 0;
        command.CommandText = sql.Replace("{range}", Before is null ? $"{chain} >= @from" : $"{chain} >= @from and {chain} < @before", StringComparison.Ordinal);
        Add(command, "@from", From);
        if (Before is { } before)
            Add(command, "@before", before);
        return command;
    }

    /// <summary>A log in parts with about as many entries each.</summary>
    /// <param name="heads">In order.</param>
    public static IEnumerable<ChainRange> Cut(AuditLog log, IReadOnlyList<ChainHead> heads, int parts)
    {
        var share = heads.Sum(h => h.Position) / parts + 1;
        var (from, read) = (Guid.Empty, 0L);
        foreach (var head in heads)
        {
            if (read >= share && head.Chain > from)
            {
                yield return new ChainRange(log, from, head.Chain);
                (from, read) = (head.Chain, 0);
            }

            read += head.Position;
        }

        yield return new ChainRange(log, from, null);
    }

    private static void Add(DbCommand command, string name, Guid value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
