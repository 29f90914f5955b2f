using System.Data.Common;
using CommonGround.Web.Infrastructure.Access;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace CommonGround.Web.Persistence;

/// <summary>SQLite in the data folder by default; PostgreSQL when <c>COMMONGROUND_DATABASE</c> is set.</summary>
public static class DatabaseSetup
{
    public static IServiceCollection AddDatabase(this IServiceCollection services) =>
        services.AddSingleton<PlainDatabase>().AddDbContext<CommonGroundDb>((provider, options) =>
            Use(options, provider.GetRequiredService<IConfiguration>()).AddInterceptors(provider.GetServices<IInterceptor>()));

    /// <summary>Makes the model that EF keeps for every context of this process: the longest part of a start.</summary>
    internal static void MakeModel(IConfiguration configuration)
    {
        var options = new DbContextOptionsBuilder<CommonGroundDb>();
        Use(options, configuration).AddInterceptors(DisclosureInterceptor.Instance);
        using var db = new CommonGroundDb(options.Options);
        _ = db.Model;
    }

    public static bool IsPostgres(IConfiguration configuration) => !string.IsNullOrWhiteSpace(configuration["COMMONGROUND_DATABASE"]);

    public static string DataFolder(IConfiguration configuration) => configuration["COMMONGROUND_DATA"] is { Length: > 0 } folder ? folder : "data";

    private static DbContextOptionsBuilder Use(DbContextOptionsBuilder options, IConfiguration configuration)
    {
        // The required end of a filtered relation may be missing on purpose: what may not be seen is not loaded.
        options.ConfigureWarnings(w => w.Ignore(CoreEventId.PossibleIncorrectRequiredNavigationWithQueryFilterInteractionWarning));
        return IsPostgres(configuration)
            ? options.UseNpgsql(Postgres(configuration))
            : options.UseSqlite(SqliteFile(configuration)).AddInterceptors(DurableSqlite.Instance);
    }

    internal static DbConnection Connect(IConfiguration configuration) => IsPostgres(configuration)
        ? new NpgsqlConnection(Postgres(configuration))
        : new SqliteConnection(SqliteFile(configuration));

    internal static void MakeDurable(DbConnection opened)
    {
        if (opened is SqliteConnection)
            DurableSqlite.Set(opened);
    }

    /// <summary>
    /// Without compiling queries in the server, unless the one who runs it has set options of their own: for a page's few rows it takes many
    /// times as long as the query itself.
    /// </summary>
    private static string Postgres(IConfiguration configuration)
    {
        var asked = new NpgsqlConnectionStringBuilder(configuration["COMMONGROUND_DATABASE"]);
        if (string.IsNullOrWhiteSpace(asked.Options))
            asked.Options = "-c jit=off";
        return asked.ToString();
    }

    private static string SqliteFile(IConfiguration configuration)
    {
        var folder = DataFolder(configuration);
        Directory.CreateDirectory(folder);
        return new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(folder, "commonground.db"), ForeignKeys = true, DefaultTimeout = 30,
        }.ToString();
    }

    /// <summary>A write is on the disk before it is acknowledged; readers do not wait for writers; erased bytes are overwritten.</summary>
    private sealed class DurableSqlite : DbConnectionInterceptor
    {
        public static readonly DurableSqlite Instance = new();
        private const string Pragmas = "pragma journal_mode=wal; pragma synchronous=full; pragma secure_delete=on;";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set(connection);

        public static void Set(DbConnection connection)
        {
            using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
