using System.Text;
using CommonGround.Domain.Sharing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CommonGround.Web.Persistence;

/// <summary>Names in snake_case, times that stay UTC: the same on both databases.</summary>
internal static class Conventions
{
    private static readonly ValueConverter<DateTime, DateTime> Utc = new(t => t, t => DateTime.SpecifyKind(t, DateTimeKind.Utc));

    public static void Apply(ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            entity.SetTableName(entity.GetSqlQuery() is null ? Snake(entity.ClrType.Name) : null);
            foreach (var property in entity.GetProperties())
            {
                property.SetColumnName(Snake(property.Name));
                if (property.ClrType == typeof(DateTime) || property.ClrType == typeof(DateTime?))
                    property.SetValueConverter(Utc);
            }

            foreach (var index in entity.GetIndexes())
                index.SetDatabaseName(Snake($"ix_{entity.ClrType.Name}_{string.Join('_', index.Properties.Select(p => p.Name))}"));
            foreach (var key in entity.GetForeignKeys())
                key.SetConstraintName(Snake($"fk_{entity.ClrType.Name}_{string.Join('_', key.Properties.Select(p => p.Name))}"));
            foreach (var key in entity.GetKeys())
                key.SetName(Snake($"pk_{entity.ClrType.Name}"));
        }
    }

    internal static string Snake(string name)
    {
        var snake = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsUpper(name[i]) && i > 0 && name[i - 1] != '_')
                snake.Append('_');
            snake.Append(char.ToLowerInvariant(name[i]));
        }

        return snake.ToString();
    }
}
