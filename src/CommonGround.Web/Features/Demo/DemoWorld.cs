using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Demo;

/// <summary>A made-up world to try the product in: the same each time.</summary>
public static class DemoWorld
{
    public static async Task LoadIfEmpty(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CommonGroundDb>();
        if (await db.Persons.AnyAsync())
            return;
    }
}
