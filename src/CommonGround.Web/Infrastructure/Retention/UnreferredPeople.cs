using CommonGround.Domain.Cases;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Infrastructure.Retention;

/// <summary>Someone who stands in no case, no sick leave, no unit and no account any longer is forgotten: name, number and how to reach them.</summary>
internal sealed class UnreferredPeople(CommonGroundDb db)
{
    /// <returns>1 where the person went.</returns>
    public async Task<int> Delete(Guid personId)
    {
        // Sessions, and what happened to them, go with the person.
        foreach (var key in db.Model.FindEntityType(typeof(Person))!.GetReferencingForeignKeys().Where(k => k.DeleteBehavior != DeleteBehavior.Cascade))
        {
            var (table, column) = (key.DeclaringEntityType.GetTableName(), key.Properties[0].GetColumnName());
#pragma warning disable EF1002 // Names of tables and columns are the model's own; the value is a parameter.
            var refers = await db.Database.SqlQueryRaw<int>($"select count(*) as \"Value\" from \"{table}\" where \"{column}\" = {{0}}", personId).SingleAsync();
#pragma warning restore EF1002
            if (refers > 0)
                return 0;
        }

        return await db.Persons.Where(p => p.Id == personId).ExecuteDeleteAsync();
    }
}
