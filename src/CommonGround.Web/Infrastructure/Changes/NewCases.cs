using CommonGround.Domain.Cases;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Infrastructure.Changes;

/// <summary>A case that is opened takes over whether its citizen's identity is protected, before its grants are written.</summary>
internal static class NewCases
{
    public static async Task NoteProtection(CommonGroundDb db)
    {
        foreach (var opened in db.ChangeTracker.Entries<Case>().Where(e => e.State == EntityState.Added).Select(e => e.Entity).ToList())
            opened.Protect(await db.Persons.Where(p => p.Id == opened.CitizenPersonId).Select(p => p.ProtectedIdentity).SingleAsync());
    }
}
