using System.Data.Common;
using System.Globalization;
using System.Text;
using CommonGround.Domain.SickLeave;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CommonGround.Web.Infrastructure.SickLeave;

/// <summary>
/// Writes certificate fields, some fifty to a certificate, many in one statement within the transaction at hand. They are never
/// changed one by one, and tracking each would cost more than all the rest of an import.
/// </summary>
internal static class FieldRows
{
    // SQLite looks each parameter up among all of its statement: more at once costs more.
    private const int Together = 8;

    private static readonly (string Column, Func<ReceivedField, object?> Value)[] Columns =
    [
        ("id", f => f.Id), ("case_id", f => f.CaseId), ("unit_id", f => f.UnitId), ("person_id", f => f.PersonId),
        ("certificate_id", f => f.CertificateId), ("kind", f => (int)f.Kind), ("field_id", f => f.FieldId), ("row", f => f.Row),
        ("ordinal", f => f.Ordinal), ("value", f => f.Value), ("code", f => f.Code), ("code_system", f => f.CodeSystem),
    ];

    public static async Task Insert(CommonGroundDb db, IReadOnlyCollection<ReceivedField> fields)
    {
        foreach (var alike in fields.Chunk(Together).GroupBy(some => some.Length))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
            command.CommandText = Statement(alike.Key);
            for (var number = 0; number < alike.Key * Columns.Length; number++)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = Name(number);
                command.Parameters.Add(parameter);
            }

            foreach (var some in alike)
            {
                var number = 0;
                foreach (var field in some)
                {
                    foreach (var (_, value) in Columns)
                        command.Parameters[number++].Value = value(field) ?? DBNull.Value;
                }

                await command.ExecuteNonQueryAsync();
            }
        }
    }

    private static string Statement(int rows)
    {
        var sql = new StringBuilder("insert into received_field (");
        sql.AppendJoin(", ", Columns.Select(c => $"\"{c.Column}\"")).Append(") values ");
        for (var row = 0; row < rows; row++)
        {
            var first = row * Columns.Length;
            sql.Append(row == 0 ? "(" : ", (").AppendJoin(", ", Enumerable.Range(first, Columns.Length).Select(Name)).Append(')');
        }

        return sql.ToString();
    }

    private static string Name(int number) => "@p" + number.ToString(CultureInfo.InvariantCulture);
}
