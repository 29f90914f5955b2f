using System.Data.Common;

namespace CommonGround.Web.Persistence;

/// <summary>
/// For what a start asks before anyone is served. EF has nothing to give until its model is built, and compiles each query: longer
/// than these answers take.
/// </summary>
public sealed class PlainDatabase(IConfiguration configuration)
{
    /// <summary>A connection of its own, set as every other.</summary>
    public DbConnection Open()
    {
        var connection = DatabaseSetup.Connect(configuration);
        connection.Open();
        DatabaseSetup.MakeDurable(connection);
        return connection;
    }

    /// <summary>The first column of each row.</summary>
    /// <param name="sql">A statement of ours, which may name <c>@id</c>.</param>
    public List<T> FirstColumn<T>(string sql, Guid? id = null)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        if (id is { } value)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ("@id", value);
            command.Parameters.Add(parameter);
        }

        var column = new List<T>();
        using var reader = command.ExecuteReader();
        while (reader.Read())
            column.Add(reader.GetFieldValue<T>(0));
        return column;
    }
}
