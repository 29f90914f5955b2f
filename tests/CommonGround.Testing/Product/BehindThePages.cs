using CommonGround.Web.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace CommonGround.Testing.Product;

/// <summary>What a page does not show, asked of the database.</summary>
public static class BehindThePages
{
    public static async Task<T> With<T>(this IServiceProvider services, Func<CommonGroundDb, Task<T>> read)
    {
        await using var scope = services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<CommonGroundDb>());
    }
}
