using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Persistence;

/// <summary>
/// For what a start asks before anyone is served: by itself, since a query would wait until the model is built and then be compiled,
/// longer than its answer takes.
/// </summary>
internal static class PlainRead
{
    /// <summary>The first column of each row.</summary>
    public static List<T> FirstColumn<T>(this CommonGroundDb db, string sql, Guid? id = null)
    {
        var connection = db.Database.GetDbConnection();
        var opened = connection.State != ConnectionState.Open;
        if (opened)
            db.Database.OpenConnection();
        try
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            if (id is { } value)
                Name(command, value);
            using var reader = command.ExecuteReader();
            var column = new List<T>();
            while (reader.Read())
                column.Add(reader.GetFieldValue<T>(0));
            return column;
        }
        finally
        {
            if (opened)
                db.Database.CloseConnection();
        }
    }

    private static void Name(DbCommand command, Guid id)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = "@id";
        parameter.Value = id;
        command.Parameters.Add(parameter);
    }
}
